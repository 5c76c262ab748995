package dashwright.lab.datadog.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Scope;
import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.engine.LabMetric;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists metrics: by name in the first API version, filtered and paged in the second. */
public final class MetricLists {
    private static final int LARGEST_PAGE = 10_000;
    private static final long LONGEST_QUERIED_WINDOW = 15_552_000;

    private final MetricStore store;
    private final QueryLog queries;
    private final InstantSource clock;

    /** Lists over a store. */
    public MetricLists(MetricStore store, QueryLog queries, InstantSource clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /** The routes of the lists. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v1/metrics", "metrics_read", (call, path) -> active(call))
                        .limitedBy(RateLimits.METRIC_RETRIEVAL),
                Route.of("GET", "/api/v2/metrics", "metrics_read", (call, path) -> filtered(call))
                        .limitedBy(RateLimits.METRIC_RETRIEVAL));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private Reply active(Call call) {
        long from = call.whole("from");
        Optional<String> host = call.parameter("host");
        Optional<Scope> tags = call.parameter("tag_filter").map(TagFilter::parse);
        if (host.isPresent() && tags.isPresent()) {
            throw Refusal.badRequest("tag_filter cannot be combined with host");
        }
        Scope scope = host.<Scope>map(name -> new Scope.TagMatch("host", name))
                .or(() -> tags)
                .orElse(Scope.EVERYTHING);
        long seconds = Math.max(0, now() - from);
        ObjectNode body = Json.object().put("from", Long.toString(from));
        ArrayNode names = body.putArray("metrics");
        store.all().stream()
                .filter(metric -> store.reports(metric, scope, now(), seconds))
                .forEach(metric -> names.add(metric.name()));
        return Reply.json(body);
    }

    private Reply filtered(Call call) {
        List<LabMetric> fitting = store.all().stream().filter(filter(call)).toList();
        boolean paged = call.parameter("page[size]").isPresent()
                || call.parameter("page[cursor]").isPresent();
        return paged ? page(call, fitting) : Reply.json(data(fitting));
    }

    private Predicate<LabMetric> filter(Call call) {
        long seconds = call.whole("window[seconds]", 3_600, 1, MetricStore.MONTH);
        Scope scope = call.parameter("filter[tags]").map(TagFilter::parse).orElse(Scope.EVERYTHING);
        Predicate<LabMetric> all = metric -> store.reports(metric, scope, now(), seconds);
        return all.and(typeFilter(call)).and(configurationFilter(call)).and(queriedFilter(call));
    }

    private static Predicate<LabMetric> typeFilter(Call call) {
        Optional<String> type = call.parameter("filter[metric_type]");
        if (type.isEmpty()) {
            return metric -> true;
        }
        return switch (type.get()) {
            case "distribution" -> LabMetric::isDistribution;
            case "non_distribution" -> metric -> !metric.isDistribution();
            default ->
                throw Refusal.badRequest(
                        "filter[metric_type] must be distribution or non_distribution, not " + type.get());
        };
    }

    private static Predicate<LabMetric> configurationFilter(Call call) {
        Optional<Boolean> percentiles = call.truth("filter[include_percentiles]");
        Optional<Boolean> configured = call.truth("filter[configured]");
        Optional<String> tags = call.parameter("filter[tags_configured]");
        return metric -> percentiles
                        .map(wanted -> metric.isDistribution() && metric.percentiles() == wanted)
                        .orElse(true)
                && configured
                        .map(wanted -> MetricJson.isConfigured(metric) == wanted)
                        .orElse(true)
                && tags.map(keys -> isConfiguredWith(metric, keys)).orElse(true);
    }

    private static boolean isConfiguredWith(LabMetric metric, String keys) {
        return MetricJson.isConfigured(metric)
                && MetricJson.tagKeys(metric.senders()).containsAll(List.of(keys.split(",")));
    }

    private Predicate<LabMetric> queriedFilter(Call call) {
        long seconds = call.whole("filter[queried][window][seconds]", MetricStore.MONTH, 1, LONGEST_QUERIED_WINDOW);
        Optional<Boolean> queried = call.truth("filter[queried]");
        return metric -> queried.map(
                        wanted -> queries.since(metric.name(), now() - seconds).isPresent() == wanted)
                .orElse(true);
    }

    /** The last page that holds anything still names a next one; that one is empty and has no meta (recorded). */
    private static Reply page(Call call, List<LabMetric> fitting) {
        int size = (int) call.whole("page[size]", LARGEST_PAGE, 1, LARGEST_PAGE);
        String after = call.parameter("page[cursor]").map(MetricLists::decoded).orElse("");
        List<LabMetric> page = fitting.stream()
                .filter(metric -> metric.name().compareTo(after) > 0)
                .limit(size)
                .toList();
        if (page.isEmpty()) {
            return Reply.json(data(page));
        }
        ObjectNode body = data(page);
        String next = encoded(page.getLast().name());
        ObjectNode pagination = body.putObject("meta").putObject("pagination");
        pagination.put("type", "cursor_limit").put("limit", size).put("next_cursor", next);
        pagination.put("cursor", call.parameter("page[cursor]").orElse(null));
        ObjectNode links = body.putObject("links");
        links.put("self", call.path()).put("first", call.path()).putNull("last").putNull("prev");
        links.put("next", call.path() + "?page[size]=" + size + "&page[cursor]=" + next);
        return Reply.json(body);
    }

    private static ObjectNode data(List<LabMetric> metrics) {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        metrics.forEach(metric -> data.add(MetricJson.listed(metric)));
        return body;
    }

    private static String encoded(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.badRequest("page[cursor] is not one that was handed out: " + cursor);
        }
    }
}
