package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Series of spans to Datadog's event queries. */
final class SpanQueries {
    /** How long a span took, in nanoseconds. */
    private static final String DURATION = "@duration";
    /** What every span carries, so that a variable on it never empties a query. */
    private static final Set<String> ON_EVERY_SPAN = Set.of("env", "service", "operation_name", "resource_name");

    private static final Pattern BARE = Pattern.compile("\\*?[\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]*\\*?|\\*");
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private SpanQueries() {}

    /** The query definition. */
    static ObjectNode query(Series.OfSpans series, Reading reading) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "spans")
                .put("name", series.id());
        node.putObject("search").put("query", search(series, reading.variables()));
        compute(node.putObject("compute"), series, reading);
        ArrayNode groups = node.putArray("group_by");
        if (series.measure() != Measure.DISTINCT) {
            series.by().forEach(facet -> group(groups.addObject(), facet, series, reading.rows()));
        }
        return node;
    }

    private static void compute(ObjectNode compute, Series.OfSpans series, Reading reading) {
        compute.put("aggregation", aggregation(series.measure()));
        metric(series).ifPresent(metric -> compute.put("metric", metric));
        Duration bar = reading.barLength();
        if (series.measure() == Measure.TOTAL && !bar.isZero()) {
            compute.put("interval", bar.toMillis());
        }
    }

    private static void group(ObjectNode group, String facet, Series.OfSpans series, int rows) {
        group.put("facet", facet).put("limit", rows);
        ObjectNode sort = group.putObject("sort")
                .put("aggregation", aggregation(series.measure()))
                .put("order", "desc");
        metric(series).ifPresent(metric -> sort.put("metric", metric));
    }

    private static Optional<String> metric(Series.OfSpans series) {
        return switch (series.measure()) {
            case TOTAL -> Optional.empty();
            case DISTINCT -> Optional.of(series.by().getFirst());
            default -> Optional.of(DURATION);
        };
    }

    /** The words of the API's {@code FormulaAndFunctionEventAggregation}; the 50th percentile is its median. */
    private static String aggregation(Measure measure) {
        return switch (measure) {
            case TOTAL -> "count";
            case DISTINCT -> "cardinality";
            case AVERAGE -> "avg";
            case SUM -> "sum";
            case MINIMUM -> "min";
            case MAXIMUM -> "max";
            case P50 -> "median";
            case P75 -> "pc75";
            case P90 -> "pc90";
            case P95 -> "pc95";
            case P99 -> "pc99";
            case PER_SECOND, LATEST -> throw new IllegalArgumentException("spans have no " + measure);
        };
    }

    private static String search(Series.OfSpans series, List<TemplateVariable> variables) {
        List<String> terms = new ArrayList<>();
        term(terms, "service", series.service());
        term(terms, "operation_name", series.operation());
        term(terms, "resource_name", series.resource());
        series.filters().forEach(filter -> terms.add(term(filter)));
        variables.stream()
                .filter(variable -> ON_EVERY_SPAN.contains(variable.tag()))
                .forEach(variable -> terms.add("$" + variable.name()));
        return terms.isEmpty() ? "*" : String.join(" ", terms);
    }

    private static void term(List<String> terms, String key, String value) {
        if (!value.isEmpty()) {
            terms.add(key + ":" + word(value));
        }
    }

    private static String term(TagFilter filter) {
        List<String> values = filter.values().stream().map(SpanQueries::word).toList();
        if (filter.excluded()) {
            return values.stream()
                    .map(value -> "-" + filter.key() + ":" + value)
                    .collect(Collectors.joining(" "));
        }
        return filter.key() + ":" + (values.size() == 1 ? values.getFirst() : "(" + String.join(" OR ", values) + ")");
    }

    /** A value as it stands, or in quotes where it holds anything that the search syntax could read as its own. */
    private static String word(String value) {
        if (BARE.matcher(value).matches() && !OPERATORS.contains(value)) {
            return value;
        }
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
