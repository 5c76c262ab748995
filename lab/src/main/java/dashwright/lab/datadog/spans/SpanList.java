package dashwright.lab.datadog.spans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.engine.QueryRefused;
import dashwright.lab.datadog.engine.Spread;
import dashwright.lab.datadog.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Lists single spans. They are made up from the kinds as they are asked for, always the same for the same minute. */
final class SpanList {
    private static final long MINUTE = 60;
    private static final int LARGEST_PAGE = 1_000;

    private final SpanStore store;

    SpanList(SpanStore store) {
        this.store = store;
    }

    /** One span. */
    private record Span(SpanKind kind, long milli, long nanos, String id) {}

    ObjectNode answer(JsonNode attributes, Instant now) {
        SpanFilter filter = SpanFilter.read(attributes.path("filter"), now);
        int limit = attributes.path("page").path("limit").asInt(10);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new QueryRefused("page.limit must lie between 1 and " + LARGEST_PAGE + ", not at " + limit);
        }
        boolean ascending = attributes.path("sort").asText("-timestamp").equals("timestamp");
        long skip = offset(attributes.path("page").path("cursor").asText(""));
        List<Span> found = spans(filter, ascending, skip + limit + 1);
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        found.stream().skip(skip).limit(limit).map(SpanList::json).forEach(data::add);
        ObjectNode meta = SpanRoutes.meta();
        body.set("meta", meta);
        if (found.size() > skip + limit) {
            meta.putObject("page").put("after", cursor(skip + limit));
        }
        return body;
    }

    private List<Span> spans(SpanFilter filter, boolean ascending, long enough) {
        List<SpanKind> kinds = store.kinds(filter.spans());
        Comparator<Span> byTime = Comparator.comparingLong(Span::milli).thenComparing(Span::id);
        long first = Math.floorDiv(filter.from(), MINUTE) * MINUTE;
        long last = Math.floorDiv(filter.to() - 1, MINUTE) * MINUTE;
        List<Span> found = new ArrayList<>();
        for (long i = 0; first + i * MINUTE <= last && found.size() < enough; i++) {
            List<Span> minute = new ArrayList<>();
            long start = ascending ? first + i * MINUTE : last - i * MINUTE;
            kinds.forEach(kind -> addMinute(kind, start, minute));
            minute.sort(ascending ? byTime : byTime.reversed());
            minute.stream()
                    .filter(span -> span.milli >= filter.from() * 1_000 && span.milli < filter.to() * 1_000)
                    .forEach(found::add);
        }
        return found;
    }

    private static void addMinute(SpanKind kind, long minute, List<Span> spans) {
        double expected = kind.inMinute(minute);
        if (Double.isNaN(expected)) {
            return;
        }
        long seed = kind.facets().hashCode() * 1_000_003L + minute;
        long count = (long) Math.floor(expected + share(seed));
        for (long i = 1; i <= count; i++) {
            long own = mixed(seed + i * 0x9E3779B97F4A7C15L);
            double mean = kind.meanNanos(minute);
            long milli = minute * 1_000 + (long) (share(own) * MINUTE * 1_000);
            double part = Math.clamp(share(own + 1), 0.001, 0.999);
            spans.add(new Span(kind, milli, (long) Spread.quantile(mean, part), Long.toUnsignedString(own)));
        }
    }

    /** A number between 0 and 1 that looks random and always is the same for the same seed. */
    private static double share(long seed) {
        return (mixed(seed) >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static ObjectNode json(Span span) {
        ObjectNode node = Json.object().put("type", "spans").put("id", span.id);
        ObjectNode attributes = node.putObject("attributes");
        attributes.put("service", span.kind.spans().service());
        attributes.put("resource_name", span.kind.spans().resource());
        attributes.put("type", "custom").put("span_id", span.id);
        attributes.put("trace_id", Long.toUnsignedString(mixed(Long.parseUnsignedLong(span.id))));
        attributes.put("start_timestamp", Instant.ofEpochMilli(span.milli).toString());
        attributes.put(
                "end_timestamp",
                Instant.ofEpochMilli(span.milli).plusNanos(span.nanos).toString());
        span.kind.facet("env").ifPresent(value -> attributes.put("env", value));
        span.kind.facet("host").ifPresent(value -> attributes.put("host", value));
        TreeSet<String> tags = new TreeSet<>();
        span.kind.spans().tags().forEach((key, value) -> tags.add(key + ":" + value));
        attributes.set("tags", Json.texts(tags));
        attributes.putObject("custom").put("duration", span.nanos);
        attributes
                .putObject("attributes")
                .put("operation_name", span.kind.spans().operation())
                .put("status", span.kind.failed() ? "error" : "ok");
        return node;
    }

    private static String cursor(long offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after " + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static long offset(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Long.parseLong(text.replaceFirst("^after ", ""));
        } catch (IllegalArgumentException wrong) {
            throw new QueryRefused("page.cursor is not one that was handed out: " + cursor);
        }
    }
}
