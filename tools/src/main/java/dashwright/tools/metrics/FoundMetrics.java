package dashwright.tools.metrics;

import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import java.util.ArrayList;
import java.util.List;

/**
 * Metrics that answer to a text, best first.
 *
 * @param rows the metrics, variants of one thing in one row
 * @param spansFirst true where spans answer before any of them
 * @param missing words of the text that occur nowhere in the catalog
 * @param answered false where none of them covers enough of the text: then they are only the nearest there is
 * @param source what catalog this is from, and how old it is
 */
public record FoundMetrics(List<Row> rows, boolean spansFirst, List<String> missing, boolean answered, String source) {
    /** The place of the variants among the cells of a row. */
    private static final int VARIANTS = 5;

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
     * @param variants the other figures of the same thing, by the words in which their names differ
     * @param description what its owner wrote, shortened
     * @param why which words met what
     */
    public record Row(
            String name,
            MetricType type,
            String unit,
            Liveness liveness,
            double fit,
            String variants,
            String description,
            String why) {}

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
        if (spansFirst) {
            table.line("Spans answer to the text before any metric; find_spans shows them.");
        }
        if (rows.isEmpty()) {
            return table.line("Nothing was found. Try other words, or words of the service or integration.")
                    .asText("use fewer words");
        }
        if (!answered) {
            table.line("None of these answers to the text; they are only the nearest there is.");
        }
        boolean varied = rows.stream().anyMatch(row -> !row.variants().isEmpty());
        if (varied) {
            table.line("Variants: metrics with the same name but for that word in place of its own.");
        }
        table.row(cells(varied, "name", "type", "unit", "reported", "fit", "variants", "description", "why"));
        for (Row row : rows) {
            table.row(cells(
                    varied,
                    row.name(),
                    CatalogWords.type(row.type()),
                    row.unit(),
                    CatalogWords.liveness(row.liveness()),
                    CatalogWords.fit(row.fit()),
                    row.variants(),
                    row.description(),
                    row.why()));
        }
        return table.asText("ask for at most " + Math.max(rows.size() / 2, 1) + " metrics");
    }

    /** The cells of a row; that of the variants only where there are any, because each costs tokens. */
    private static List<String> cells(boolean varied, String... all) {
        List<String> cells = new ArrayList<>(List.of(all));
        if (!varied) {
            cells.remove(VARIANTS);
        }
        return cells;
    }
}
