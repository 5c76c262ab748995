package dashwright.tools.metrics;

import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import java.util.List;

/**
 * Metrics that answer to a text, best first.
 *
 * @param rows the metrics
 * @param missing words of the text that occur nowhere in the catalog
 * @param answered false where none of them covers enough of the text: then they are only the nearest there is
 * @param source what catalog this is from, and how old it is
 */
public record FoundMetrics(List<Row> rows, List<String> missing, boolean answered, String source) {
    public FoundMetrics {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /**
     * One metric.
     *
     * @param name its name
     * @param type its type, {@link MetricType#UNKNOWN} where it was not read
     * @param unit its unit, {@code ?} where it was not read
     * @param liveness when it last reported
     * @param fit how much of the text it covers, 0 to 1
     * @param description what its owner wrote, shortened
     * @param why which words met what
     */
    public record Row(
            String name, MetricType type, String unit, Liveness liveness, double fit, String description, String why) {}

    /**
     * The answer as a compact table.
     *
     * @throws ToolRefusal where it is too long
     */
    public String asText() {
        TextTable table = new TextTable().line(source);
        if (!missing.isEmpty()) {
            table.row("Nowhere in the catalog", String.join(" ", missing));
        }
        if (rows.isEmpty()) {
            return table.line("Nothing was found. Try other words, or words of the service or integration.")
                    .asText("use fewer words");
        }
        if (!answered) {
            table.line("None of these answers to the text; they are only the nearest there is.");
        }
        table.row("name", "type", "unit", "reported", "fit", "description", "why");
        for (Row row : rows) {
            table.row(
                    row.name(),
                    CatalogWords.type(row.type()),
                    row.unit(),
                    CatalogWords.liveness(row.liveness()),
                    CatalogWords.fit(row.fit()),
                    row.description(),
                    row.why());
        }
        return table.asText("ask for at most " + Math.max(rows.size() / 2, 1) + " metrics");
    }
}
