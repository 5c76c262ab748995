package dashwright.tools.metrics;

import dashwright.catalog.Metric;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What is known of some metrics.
 *
 * @param metrics those that there are, in the order asked
 * @param unknown for each that is not there, a sentence with the nearest there are
 * @param unread what could not be read, why, and when it can be; empty where everything was
 */
public record DescribedMetrics(List<Metric> metrics, List<String> unknown, List<String> unread) {
    private static final int MOST_KEYS = 20;
    private static final int MOST_VALUES = 6;

    public DescribedMetrics {
        metrics = List.copyOf(metrics);
        unknown = List.copyOf(unknown);
        unread = List.copyOf(unread);
    }

    /**
     * The answer as a compact table, tags below it.
     *
     * @throws ToolRefusal where it is too long
     */
    public String asText() {
        TextTable table = new TextTable();
        unknown.forEach(table::line);
        unread.forEach(table::line);
        if (!metrics.isEmpty()) {
            table.row("name", "type", "unit", "reported", "integration", "description", "query as");
        }
        for (Metric metric : metrics) {
            table.row(
                    metric.name(),
                    CatalogWords.type(metric.type()),
                    CatalogWords.unit(metric),
                    CatalogWords.liveness(metric.liveness()),
                    metric.integration(),
                    metric.description(),
                    SampleQuery.advice(metric.type()));
        }
        metrics.forEach(metric -> writeTags(metric, table));
        return table.asText("ask for fewer metrics at once");
    }

    private static void writeTags(Metric metric, TextTable table) {
        if (!metric.tags().known()) {
            table.row("tags of " + metric.name(), "not read; nothing follows from a tag that is not seen");
        }
        if (metric.tags().known() && metric.tags().keys().isEmpty()) {
            table.row("tags of " + metric.name(), "none");
        }
        metric.tags().values().entrySet().stream()
                .limit(MOST_KEYS)
                .forEach(tag -> table.row("tag of " + metric.name(), tag.getKey(), values(tag.getValue())));
        int more = metric.tags().keys().size() - MOST_KEYS;
        if (more > 0) {
            table.row("tags of " + metric.name(), more + " more keys");
        }
    }

    private static String values(SortedSet<String> values) {
        String some = values.stream().limit(MOST_VALUES).collect(Collectors.joining(" | "));
        int more = values.size() - MOST_VALUES;
        return more > 0 ? some + " | and " + more + " more" : some;
    }
}
