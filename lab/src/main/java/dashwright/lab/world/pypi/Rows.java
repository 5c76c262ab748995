package dashwright.lab.world.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads rows of cells separated by tabs; {@code #} begins a comment. */
final class Rows {
    private Rows() {}

    static List<String[]> read(String resource, int cells) {
        try (InputStream stream = Rows.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no table is called " + resource);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line, resource, cells))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("could not read the table " + resource, failed);
        }
    }

    private static String[] row(String line, String resource, int cells) {
        String[] row = line.split("\t", -1);
        if (row.length != cells) {
            throw new IllegalArgumentException(resource + ": a row has " + cells + " cells separated by tabs, this has "
                    + row.length + ": " + line);
        }
        return row;
    }
}
