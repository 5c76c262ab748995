package dashwright.lab.datadog.spans;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.engine.QueryRefused;
import dashwright.lab.datadog.engine.UnitPair;
import java.util.Locale;
import java.util.Set;

/**
 * What is computed of spans.
 *
 * @param aggregation {@code count}, {@code cardinality}, {@code avg}, {@code median}, {@code pc95}, …
 * @param metric the facet or measure, {@code duration} for durations; empty for a plain count
 */
record Compute(String aggregation, String metric) {
    private static final Set<String> OF_DURATION =
            Set.of("avg", "sum", "min", "max", "median", "pc75", "pc90", "pc95", "pc98", "pc99");

    /**
     * Reads {@code {"aggregation": "pc95", "metric": "@duration"}}.
     *
     * @throws QueryRefused where there is no such aggregation or measure
     */
    static Compute read(JsonNode node) {
        String aggregation = node.path("aggregation").asText("count").toLowerCase(Locale.ROOT);
        String written = node.path("metric").asText("");
        String metric = written.startsWith("@") ? written.substring(1) : written;
        boolean known = aggregation.equals("count") || aggregation.equals("cardinality");
        if (!known && !OF_DURATION.contains(aggregation)) {
            throw new QueryRefused("unknown aggregation '" + aggregation + "' of spans; known are count, cardinality, "
                    + String.join(", ", OF_DURATION.stream().sorted().toList()));
        }
        if (!known && !metric.equals("duration")) {
            throw new QueryRefused("the only measure of the lab's spans is @duration, not '" + written + "'");
        }
        if (aggregation.equals("cardinality") && metric.isEmpty()) {
            throw new QueryRefused("cardinality needs a 'metric': the facet whose values are counted");
        }
        return new Compute(aggregation, metric);
    }

    boolean adds() {
        return aggregation.equals("count") || aggregation.equals("sum");
    }

    UnitPair unit() {
        return OF_DURATION.contains(aggregation) ? new UnitPair("nanosecond", "") : UnitPair.NONE;
    }
}
