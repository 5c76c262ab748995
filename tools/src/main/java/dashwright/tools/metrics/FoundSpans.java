package dashwright.tools.metrics;

import dashwright.catalog.SpanGroup;
import java.util.List;

/**
 * Span groups that answer to a text, best first.
 *
 * @param rows the groups
 * @param known how many span groups the catalog holds at all
 * @param source what catalog this is from, and how old it is
 */
public record FoundSpans(List<Row> rows, int known, String source) {
    public FoundSpans {
        rows = List.copyOf(rows);
    }

    /**
     * One group of spans.
     *
     * @param spans service, operation, resource and how many there were
     * @param fit how much of the text it covers, 0 to 1
     * @param why which words met what
     */
    public record Row(SpanGroup spans, double fit, String why) {}

    /**
     * The answer as a compact table.
     *
     * @throws ToolRefusal where it is too long
     */
    public String asText() {
        TextTable table = new TextTable().line(source);
        if (known == 0) {
            table.line("The catalog holds no spans: the team sends none, or the keys lack the permission apm_read.");
        } else if (rows.isEmpty()) {
            table.line("None of " + known + " span groups answers to the text. Try the name of a service or a task.");
        } else {
            table.row("service", "operation", "resource", "hits", "fit", "why");
        }
        for (Row row : rows) {
            SpanGroup spans = row.spans();
            table.row(
                    spans.service(),
                    spans.operation(),
                    spans.resource(),
                    String.valueOf(spans.hits()),
                    CatalogWords.fit(row.fit()),
                    row.why());
        }
        return table.asText("ask for at most " + Math.max(rows.size() / 2, 1) + " span groups");
    }
}
