package dashwright.lab.datadog.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Takes submitted points in, and tells callers whether their API key is good. */
public final class Intake {
    private static final int LONGEST_NAME = 200;
    private static final String[] TYPES = {"gauge", "count", "rate", "gauge"};

    private final MetricStore store;

    /** An intake into a store. */
    public Intake(MetricStore store) {
        this.store = store;
    }

    /** The routes that need no more than an API key. */
    public List<Route> routes() {
        return List.of(
                Route.withApiKey("POST", "/api/v2/series", (call, path) -> submit(call)),
                Route.withApiKey(
                        "GET",
                        "/api/v1/validate",
                        (call, path) -> Reply.json(Json.object().put("valid", true))));
    }

    private Reply submit(Call call) {
        JsonNode series = call.jsonObject().path("series");
        if (!series.isArray()) {
            throw Refusal.badRequest("Payload is not in the expected format: 'series' must be an array");
        }
        series.forEach(Intake::check);
        series.forEach(this::take);
        ObjectNode body = Json.object();
        body.putArray("errors");
        return Reply.json(202, body);
    }

    private static void check(JsonNode series) {
        String metric = series.path("metric").asText();
        if (!metric.matches("[A-Za-z][A-Za-z0-9_.]*") || metric.length() > LONGEST_NAME) {
            throw Refusal.badRequest(
                    "Invalid metric name '" + metric + "': it begins with a letter, holds letters, digits,"
                            + " underscores and dots, and at most " + LONGEST_NAME + " characters");
        }
        int type = series.path("type").asInt(0);
        if (type < 0 || type >= TYPES.length) {
            throw Refusal.badRequest(
                    "Invalid type " + type + " of " + metric + ": 0 unspecified, 1 count, 2 rate, 3 gauge");
        }
        if (!series.path("points").isArray()) {
            throw Refusal.badRequest("'points' of " + metric + " must be an array");
        }
        for (JsonNode point : series.path("points")) {
            if (!point.path("timestamp").canConvertToLong()
                    || !point.path("value").isNumber()) {
                throw Refusal.badRequest("A point of " + metric + " needs a numeric timestamp and value: " + point);
            }
        }
    }

    private void take(JsonNode series) {
        String metric = series.path("metric").asText();
        String type = TYPES[series.path("type").asInt(0)];
        int interval = Math.max(1, series.path("interval").asInt(10));
        Map<String, String> tags = tags(series);
        for (JsonNode point : series.path("points")) {
            store.submit(
                    metric,
                    type,
                    series.path("unit").asText(""),
                    interval,
                    tags,
                    point.path("timestamp").asLong(),
                    point.path("value").asDouble());
        }
    }

    /** Of several values of one key the last counts. */
    private static Map<String, String> tags(JsonNode series) {
        Map<String, String> tags = new TreeMap<>();
        for (JsonNode tag : series.path("tags")) {
            String text = tag.asText().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            tags.put(colon < 0 ? text : text.substring(0, colon), colon < 0 ? "" : text.substring(colon + 1));
        }
        for (JsonNode resource : series.path("resources")) {
            tags.put(resource.path("type").asText(), resource.path("name").asText());
        }
        return tags;
    }
}
