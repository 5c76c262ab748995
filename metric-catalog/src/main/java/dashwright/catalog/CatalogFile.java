package dashwright.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog as a file: UTF-8, one JSON object a line with {@code name}, {@code type}, {@code unit}, {@code per_unit},
 * {@code description}, {@code integration} and, where they are known, {@code tags} as {@code "key:value"} texts. Only
 * {@code name} is required. Spans and liveness are not kept: they would be stale before the file is read.
 */
public final class CatalogFile {
    private static final String TOO_LONG = String.format(
            Locale.ROOT,
            "has more than %,d characters and was left out; write one metric on one line, with fewer tags",
            CatalogLines.LONGEST);
    private static final String NOT_UTF_8 = "has bytes that are no UTF-8, which became \uFFFD; save the file as UTF-8";

    private CatalogFile() {}

    /**
     * What was read.
     *
     * @param catalog the metrics of all good lines; as old as the file
     * @param problems what was wrong, in the order of the lines
     */
    public record Loaded(Catalog catalog, List<Problem> problems) {
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Something wrong with a line.
     *
     * @param line its number, from 1
     * @param message what is wrong, what became of the line, and what to do
     */
    public record Problem(int line, String message) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }

    /**
     * Reads a catalog; bad lines are left out and reported, the good ones are kept.
     *
     * @throws UncheckedIOException where the file cannot be read at all, with a message that says what to do
     */
    public static Loaded read(Path file) {
        try (CatalogLines lines = CatalogLines.open(file)) {
            Instant takenAt = Files.getLastModifiedTime(file).toInstant();
            return new Reading(takenAt).all(lines);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no catalog file " + file + "; check the path", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the catalog file " + file + " cannot be read (" + e.getMessage()
                            + "); it must be a readable text file",
                    e);
        }
    }

    /**
     * Writes a catalog's metrics, by name. The file appears whole or not at all.
     *
     * @throws UncheckedIOException where the file cannot be written, with a message that says what to do
     */
    public static void write(Catalog catalog, Path file) {
        Path absolute = file.toAbsolutePath();
        Path beside = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            try (Writer writer = writer(beside)) {
                for (Metric metric : catalog.metrics()) {
                    writer.write(CatalogLine.write(metric));
                    writer.write('\n');
                }
            }
            Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the catalog cannot be written to " + file + " (" + e.getMessage()
                            + "); its folder must exist and be writable",
                    e);
        }
    }

    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    private static final class Reading {
        private final Instant takenAt;
        private final Map<String, Integer> lineOf = new HashMap<>();
        private final List<Metric> metrics = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(Instant takenAt) {
            this.takenAt = takenAt;
        }

        Loaded all(CatalogLines lines) throws IOException {
            int number = 0;
            for (CatalogLines.Line line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (line.isTooLong()) {
                    problems.add(new Problem(number, TOO_LONG));
                } else if (!line.text().isBlank()) {
                    read(number, line.text());
                }
            }
            return new Loaded(Catalog.of(metrics, List.of(), takenAt), problems);
        }

        private void read(int number, String line) {
            List<String> found = new ArrayList<>();
            if (line.indexOf(CatalogLines.UNREADABLE) >= 0) {
                found.add(NOT_UTF_8);
            }
            Optional<Metric> metric = CatalogLine.read(line, found);
            found.forEach(message -> problems.add(new Problem(number, message)));
            metric.ifPresent(known -> keep(number, known));
        }

        private void keep(int number, Metric metric) {
            Integer first = lineOf.putIfAbsent(metric.name(), number);
            if (first == null) {
                metrics.add(metric);
            } else {
                problems.add(new Problem(
                        number,
                        "\"" + metric.name() + "\" stands already in line " + first
                                + ", which is kept; remove one of the two"));
            }
        }
    }
}
