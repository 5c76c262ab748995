package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.SpanGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Services, operations and resources of span queries are in the catalog; nothing is concluded where it has no spans. */
final class SpanQueries {
    /** A word of the search, or a value in quotes; a minus or NOT before it leaves it out, where nothing can be wrong. */
    private static final Pattern TERM =
            Pattern.compile("(?<![\\w@.])(-|NOT )?(service|operation_name|resource_name):(\"[^\"]*\"|[^\\s()]+)");

    private final Catalog catalog;

    SpanQueries(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(Widget widget, Findings findings) {
        if (catalog.spans().isEmpty()) {
            return;
        }
        for (NamedQuery query : widget.queries()) {
            if (query.readsSpans()) {
                check(widget, wanted(query), findings);
            }
        }
    }

    /** The spans of the catalog that a query can read. */
    List<SpanGroup> matching(NamedQuery query) {
        List<Wanted> wanted = wanted(query);
        return catalog.spans().stream()
                .filter(group -> wanted.stream().allMatch(each -> each.matches(group)))
                .toList();
    }

    private void check(Widget widget, List<Wanted> wanted, Findings findings) {
        List<SpanGroup> left = catalog.spans();
        for (Wanted each : wanted) {
            List<SpanGroup> matching = left.stream().filter(each::matches).toList();
            if (matching.isEmpty()) {
                List<String> known = left.stream().map(each::of).distinct().toList();
                findings.add(
                        Code.SPANS_UNKNOWN,
                        widget,
                        "the catalog has no such spans with " + Texts.quoted(each.field() + ":" + each.value()),
                        "the nearest there are: " + Texts.quoted(Nearest.of(each.value(), known)));
                return;
            }
            left = matching;
        }
    }

    private static List<Wanted> wanted(NamedQuery query) {
        List<Wanted> wanted = new ArrayList<>();
        Matcher terms = TERM.matcher(Json.text(query.json().path("search"), "query"));
        while (terms.find()) {
            if (terms.group(1) == null) {
                add(terms.group(2), terms.group(3).replace("\"", ""), wanted);
            }
        }
        if (query.source().startsWith("apm_")) {
            JsonNode json = query.json();
            List.of("service", "operation_name", "resource_name")
                    .forEach(field -> add(field, Json.text(json, field), wanted));
        }
        return wanted;
    }

    private static void add(String field, String value, List<Wanted> wanted) {
        if (!value.isBlank() && value.indexOf('$') < 0) {
            wanted.add(new Wanted(field, value));
        }
    }

    /** A field of a span and the value that a query asks for. */
    private record Wanted(String field, String value) {
        boolean matches(SpanGroup group) {
            return new ScopeConditions.Condition(field, value, false).matches(of(group));
        }

        String of(SpanGroup group) {
            return switch (field) {
                case "service" -> group.service();
                case "operation_name" -> group.operation();
                default -> group.resource();
            };
        }
    }
}
