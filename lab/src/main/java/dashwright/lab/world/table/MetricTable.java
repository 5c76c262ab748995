package dashwright.lab.world.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables of metrics: rows of name, type, unit (as {@code byte/second}), options and description, separated by
 * tabs. A row that begins with {@code @} gives options that hold for the rows after it; {@code #} begins a comment.
 */
public final class MetricTable {
    private MetricTable() {}

    /** Reads a table that lies beside a class. */
    public static List<MetricDefinition> read(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no table is called " + resource + " beside " + owner.getName());
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8), resource);
        } catch (IOException failed) {
            throw new UncheckedIOException("could not read the table " + resource, failed);
        }
    }

    /** Reads a table; the name is for messages. */
    public static List<MetricDefinition> read(Reader reader, String name) throws IOException {
        List<MetricDefinition> definitions = new ArrayList<>();
        Options defaults = Options.parse("");
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                if (line.startsWith("@")) {
                    defaults = Options.parse(line.substring(1));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    definitions.add(row(line, defaults));
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(name + ", line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return definitions;
    }

    private static MetricDefinition row(String line, Options defaults) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 4 || cells.length > 5) {
            throw new IllegalArgumentException(
                    "a row has name, type, unit, options and perhaps a description, separated by tabs; this has "
                            + cells.length + " cells");
        }
        String[] unit = cells[2].split("/", 2);
        return new MetricDefinition(
                cells[0],
                cells[1],
                unit[0],
                unit.length == 2 ? unit[1] : "",
                Options.parse(cells[3]).orElse(defaults),
                cells.length == 5 ? cells[4] : "");
    }
}
