package dashwright.lab.datadog.access;

import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts calls against their limits, for the whole organisation, by the lab's clock. */
public final class RateLimits {
    /** Reading metric names, metadata and tags: 100 an hour. */
    public static final String METRIC_RETRIEVAL = "metric_retrieval";
    /** Queries for timeseries and scalars: 1,600 an hour. */
    public static final String QUERY = "batch_query";
    /** Listing dashboards: 60 a minute. */
    public static final String DASHBOARD_LIST = "dashboard_list";
    /** Snapshots of graphs: 60 an hour. */
    public static final String SNAPSHOT = "graph_snapshot";
    /** Span searches and aggregations: 300 an hour. */
    public static final String SPANS = "spans_events";

    /** Datadog's limits as documented or recorded. */
    public static final Map<String, Limit> DEFAULTS = Map.of(
            METRIC_RETRIEVAL, Limit.hourly(100),
            QUERY, Limit.hourly(1_600),
            DASHBOARD_LIST, Limit.minutely(60),
            SNAPSHOT, Limit.hourly(60),
            SPANS, Limit.hourly(300));

    private final Map<String, Limit> limits;
    private final InstantSource clock;
    private final Map<String, Count> counts = new HashMap<>();

    /** Counts against these limits, by this clock. */
    public RateLimits(Map<String, Limit> limits, InstantSource clock) {
        this.limits = Map.copyOf(limits);
        this.clock = clock;
    }

    /**
     * Counts a call.
     *
     * @param name the limit's name; calls under a name without a limit are free
     * @return the headers that tell the caller where it stands
     * @throws Refusal with status 429 where the limit is reached
     */
    public synchronized Map<String, String> count(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            return Map.of();
        }
        long now = clock.instant().getEpochSecond();
        long period = limit.period().toSeconds();
        long current = Math.floorDiv(now, period);
        Count before = counts.get(name);
        int used = before != null && before.period == current ? before.used : 0;
        long reset = (current + 1) * period - now;
        if (used >= limit.calls()) {
            throw new Refusal(Reply.errors(429, "Too many requests").with(headers(name, limit, 0, reset)));
        }
        counts.put(name, new Count(current, used + 1));
        return headers(name, limit, limit.calls() - used - 1, reset);
    }

    private static Map<String, String> headers(String name, Limit limit, int remaining, long reset) {
        return Map.of(
                "x-ratelimit-limit", Integer.toString(limit.calls()),
                "x-ratelimit-period", Long.toString(limit.period().toSeconds()),
                "x-ratelimit-remaining", Integer.toString(remaining),
                "x-ratelimit-reset", Long.toString(reset),
                "x-ratelimit-name", name);
    }

    private record Count(long period, int used) {}
}
