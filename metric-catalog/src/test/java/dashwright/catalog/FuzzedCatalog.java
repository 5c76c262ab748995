package dashwright.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A catalog and a text that is asked of it, made from any bytes. They are read as UTF-8, so that people can write and read
 * the inputs that are kept: the first line is the text, and each other line a metric as {@code name|description|unit|tags},
 * or spans as {@code spans|service|operation|resource}. {@code \\ud800} stands for the character of that number, which
 * gives what UTF-8 cannot.
 *
 * @param text what is asked
 * @param catalog where it is asked
 */
public record FuzzedCatalog(String text, Catalog catalog) {
    private static final int MOST_LINES = 40;
    private static final Pattern NUMBERED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern LINES = Pattern.compile("\n");
    private static final Pattern FIELDS = Pattern.compile("\\|");
    private static final MetricType[] TYPES = MetricType.values();
    private static final Liveness[] TIMES = Liveness.values();

    /** The catalog and the text of an input. */
    public static FuzzedCatalog of(byte[] input) {
        List<String> lines = LINES.splitAsStream(text(input)).limit(MOST_LINES).toList();
        List<Metric> metrics = new ArrayList<>();
        List<SpanGroup> spans = new ArrayList<>();
        lines.stream().skip(1).forEach(line -> {
            String[] fields = Arrays.copyOf(FIELDS.split(line, -1), 4);
            Arrays.setAll(fields, at -> fields[at] == null ? "" : fields[at]);
            if (fields[0].equals("spans")) {
                spans.add(new SpanGroup(fields[1], fields[2], fields[3], line.length()));
            } else if (!fields[0].isBlank()) {
                metrics.add(metric(fields));
            }
        });
        return new FuzzedCatalog(lines.isEmpty() ? "" : lines.getFirst(), Catalog.of(metrics, spans, Instant.EPOCH));
    }

    /** An input as text. */
    public static String text(byte[] input) {
        return NUMBERED.matcher(new String(input, StandardCharsets.UTF_8))
                .replaceAll(number -> quoted((char) Integer.parseInt(number.group(1), 16)));
    }

    private static String quoted(char letter) {
        return letter == '\\' || letter == '$' ? "\\" + letter : String.valueOf(letter);
    }

    private static Metric metric(String[] fields) {
        int length = fields[0].length();
        Metric metric = Metric.named(fields[0])
                .withMetadata(TYPES[length % TYPES.length], Unit.of(fields[2]), fields[1], "")
                .withLiveness(TIMES[length % TIMES.length]);
        return fields[3].isEmpty() ? metric : metric.withTags(TagSet.of(List.of(fields[3].split(",", -1))));
    }
}
