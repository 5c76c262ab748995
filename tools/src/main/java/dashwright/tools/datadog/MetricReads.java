package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.MetricType;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.sync.MetricSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metric names, metadata and tags. */
final class MetricReads {
    /** The calls that share the scarcest of Datadog's limits: 100 an hour. */
    static final Set<Endpoint> ENDPOINTS =
            Set.of(Endpoint.METRIC_NAMES, Endpoint.ACTIVE_METRICS, Endpoint.METRIC_METADATA, Endpoint.METRIC_TAGS);

    /** The largest page that Datadog gives. */
    private static final int PAGE_SIZE = 10_000;

    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    /**
     * How far back tags are read. By default Datadog looks back four hours, in which an error counter is silent and would
     * seem to have no tags.
     */
    private static final Duration TAG_WINDOW = Duration.ofDays(7);

    private static final int MOST_TAGS = 100_000;

    private final Door door;
    private final Notices notices;

    MetricReads(Door door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    MetricSource.Page names(MetricSource.Filter filter, @Nullable String cursor) {
        Call call = Call.of(Endpoint.METRIC_NAMES).with("page[size]", String.valueOf(PAGE_SIZE));
        if (filter.type() != null) {
            call = call.with("filter[metric_type]", category(filter.type()));
        }
        if (filter.within() != null) {
            call = call.with("window[seconds]", String.valueOf(window(filter.within())));
        }
        if (filter.queried()) {
            call = call.with("filter[queried]", "true");
        }
        if (cursor != null) {
            call = call.with("page[cursor]", cursor);
        }
        JsonNode answer = list(call);
        String next = nextCursor(answer);
        if (next != null && next.equals(cursor)) {
            throw door.unexpected(call, "a page that names itself as the next one");
        }
        JsonNode data = answer.path("data");
        return new MetricSource.Page(namesIn(data), next, data.size() >= PAGE_SIZE);
    }

    /**
     * The names of all metrics that reported within a time: the list of the first API version knows no pages and gives them
     * all (its API description, November 2026), at about sixty bytes each.
     */
    List<String> active(Duration within) {
        long from = door.clock().instant().minus(within).getEpochSecond();
        Call call = Call.of(Endpoint.ACTIVE_METRICS).with("from", String.valueOf(from));
        JsonNode answer = door.read(call);
        if (!answer.path("metrics").isArray()) {
            throw door.unexpected(call, "no list of metrics");
        }
        return namesIn(answer.path("metrics"));
    }

    /**
     * The names of the metrics that were submitted with a tag value within 30 days, at most one page of them: even the last
     * page can name a next one, and to find it empty would cost a second read.
     */
    List<String> carrying(String tagKey, String tagValue) {
        Call call = Call.of(Endpoint.METRIC_NAMES)
                .with("page[size]", String.valueOf(PAGE_SIZE))
                .with("filter[tags]", Ids.tag(tagKey, tagValue))
                .with("window[seconds]", String.valueOf(LONGEST_WINDOW.toSeconds()));
        JsonNode answer = list(call);
        if (answer.path("data").size() >= PAGE_SIZE) {
            notices.add("At least " + PAGE_SIZE + " metrics carry " + tagKey + ":" + tagValue
                    + "; only the first page of them is known");
        }
        return namesIn(answer.path("data"));
    }

    private JsonNode list(Call call) {
        JsonNode answer = door.read(call);
        if (!answer.path("data").isArray()) {
            throw door.unexpected(call, "no list of metrics");
        }
        return answer;
    }

    /** Datadog's list can only tell distributions from all the rest (its API description, November 2026). */
    private static String category(MetricType type) {
        if (type != MetricType.DISTRIBUTION) {
            throw new IllegalArgumentException("Datadog lists distributions apart, but not metrics of type " + type
                    + "; read the type from each metric's metadata");
        }
        return "distribution";
    }

    private static long window(Duration asked) {
        Duration bounded = asked.compareTo(LONGEST_WINDOW) > 0 ? LONGEST_WINDOW : asked;
        return Math.max(1, bounded.toSeconds());
    }

    private static List<String> namesIn(JsonNode data) {
        List<String> names = new ArrayList<>();
        for (JsonNode metric : data) {
            String name =
                    metric.isTextual() ? metric.textValue() : metric.path("id").asText("");
            // A name that changes when it is cleaned could not be shown or asked for safely.
            if (!name.isBlank() && name.equals(ForeignText.clean(name, 400))) {
                names.add(name);
            }
        }
        return names;
    }

    /** A short page can still name a next one; the end is an empty page, or one that names none. */
    private static @Nullable String nextCursor(JsonNode answer) {
        String next = answer.path("meta").path("pagination").path("next_cursor").asText("");
        return next.isEmpty() || next.equals("null") || answer.path("data").isEmpty() ? null : next;
    }

    MetricSource.Metadata metadata(String metric) {
        JsonNode answer = door.read(Call.of(Endpoint.METRIC_METADATA, Ids.metric(metric)));
        return new MetricSource.Metadata(
                MetricType.of(Json.text(answer, "type", 40)),
                new Unit(Json.text(answer, "unit", 60), Json.text(answer, "per_unit", 60)),
                Json.text(answer, "description", 1_000),
                Json.text(answer, "integration", 100));
    }

    /** The tags that queries can use: those that are ingested but not indexed are left out. */
    TagSet tags(String metric) {
        Call call = Call.of(Endpoint.METRIC_TAGS, Ids.metric(metric))
                .with("window[seconds]", String.valueOf(TAG_WINDOW.toSeconds()));
        JsonNode answer = door.read(call);
        JsonNode attributes = answer.path("data").path("attributes");
        if (!attributes.isObject()) {
            throw door.unexpected(call, "no tags and no statement that there are none");
        }
        return TagSet.of(Json.texts(attributes.path("tags"), MOST_TAGS));
    }
}
