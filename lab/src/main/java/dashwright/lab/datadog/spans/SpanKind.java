package dashwright.lab.datadog.spans;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSpans;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Spans that share all their facets: those of one service, operation, resource and outcome. */
final class SpanKind {
    private final WorldSpans spans;
    private final boolean failed;
    private final Map<String, String> facets;

    /**
     * A kind of spans.
     *
     * @param spans the spans of the world that they belong to
     * @param failed true for those that failed
     */
    SpanKind(WorldSpans spans, boolean failed) {
        this.spans = spans;
        this.failed = failed;
        Map<String, String> all = new TreeMap<>();
        spans.tags().forEach((key, value) -> all.put(key.toLowerCase(Locale.ROOT), value));
        all.put("service", spans.service());
        all.put("operation_name", spans.operation());
        all.put("resource_name", spans.resource());
        all.put("status", failed ? "error" : "ok");
        this.facets = Collections.unmodifiableMap(all);
    }

    WorldSpans spans() {
        return spans;
    }

    boolean failed() {
        return failed;
    }

    /** How many there are in the minute that begins at a second; NaN where nothing was sent. */
    double inMinute(long second) {
        double all = spans.perMinute().at(second);
        double share = share(spans.errorShare(), second);
        return all * (failed ? share : 1 - share);
    }

    private static double share(Signal errors, long second) {
        double share = errors.at(second);
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
    }

    /** Their mean duration in nanoseconds, the unit in which Datadog keeps durations. */
    double meanNanos(long second) {
        return spans.durationMillis().at(second) * 1e6;
    }

    /** The value of a facet, with or without the {@code @} of an attribute. */
    Optional<String> facet(String name) {
        String key = name.startsWith("@") ? name.substring(1) : name;
        return Optional.ofNullable(facets.get(key.toLowerCase(Locale.ROOT)));
    }

    Map<String, String> facets() {
        return facets;
    }
}
