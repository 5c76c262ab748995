package dashwright.catalog.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A plain text file of lines under {@code [section]} headings, with {@code #} comments. */
final class SectionedFile {
    private final List<Line> lines = new ArrayList<>();

    private SectionedFile() {}

    private record Line(String section, String text) {}

    /** The lines of a resource beside this class. */
    static List<String> resource(String name) {
        try (InputStream stream = SectionedFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the build");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }

    /** Reads lines; a line before the first heading is an error, because its meaning would be a guess. */
    static SectionedFile read(List<String> text) {
        SectionedFile file = new SectionedFile();
        String section = "";
        for (String raw : text) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else if (section.isEmpty()) {
                throw new IllegalArgumentException("\"" + line + "\" stands before the first [section]");
            } else {
                file.lines.add(new Line(section, line));
            }
        }
        return file;
    }

    /** Gives every line with the name of its section. */
    void forEach(BiConsumer<String, String> use) {
        lines.forEach(line -> use.accept(line.section(), line.text()));
    }
}
