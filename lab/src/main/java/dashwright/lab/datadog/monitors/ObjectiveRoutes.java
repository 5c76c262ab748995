package dashwright.lab.datadog.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import dashwright.lab.world.World;
import java.time.Instant;
import java.util.List;

/** {@code GET /api/v1/slo/search}. */
public final class ObjectiveRoutes {
    private final List<JsonNode> objectives;
    private final Instant start;

    /** Routes over the objectives of a world. */
    public ObjectiveRoutes(World world) {
        this.objectives = world.objectives().stream().map(Json::read).toList();
        this.start = world.start();
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.of("GET", "/api/v1/slo/search", "slos_read", (call, path) -> search(call)));
    }

    private Reply search(Call call) {
        String query = call.parameter("query").orElse("");
        long size = call.whole("page[size]", 10, 1, 1_000);
        long number = call.whole("page[number]", 0, 0, 1_000_000);
        List<JsonNode> found = objectives.stream()
                .filter(objective -> SearchTerms.match(query, objective))
                .toList();
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("type", "");
        ArrayNode slos = data.putObject("attributes").putArray("slos");
        found.stream().skip(number * size).limit(size).map(this::result).forEach(slos::add);
        long last = found.isEmpty() ? 0 : (found.size() - 1) / size;
        body.putObject("meta")
                .putObject("pagination")
                .put("type", "number_size")
                .put("number", number)
                .put("size", size)
                .put("total", found.size())
                .put("first_number", 0)
                .put("last_number", last)
                .put("next_number", Math.min(number + 1, last))
                .put("prev_number", Math.max(number - 1, 0));
        return Reply.json(body);
    }

    private ObjectNode result(JsonNode objective) {
        ObjectNode attributes = Json.object().put("name", objective.path("name").asText());
        attributes.put("slo_type", objective.path("type").asText("metric"));
        attributes.set("all_tags", objective.path("tags").isArray() ? objective.path("tags") : Json.array());
        attributes.set("thresholds", thresholds(objective));
        attributes.set("query", query(objective.path("query")));
        attributes.put("description", objective.path("description").asText(null));
        attributes.put("created_at", start.getEpochSecond()).put("modified_at", start.getEpochSecond());
        attributes.putArray("service_tags");
        attributes.putArray("env_tags");
        attributes.putArray("team_tags");
        attributes.putArray("groups");
        attributes.putArray("monitor_ids");
        ObjectNode data = Json.object().put("id", objective.path("id").asText()).put("type", "slo");
        data.set("attributes", attributes);
        return Json.object().set("data", data);
    }

    private static ArrayNode thresholds(JsonNode objective) {
        ArrayNode thresholds = Json.array();
        for (JsonNode each : objective.path("thresholds")) {
            thresholds
                    .addObject()
                    .put("timeframe", each.path("timeframe").asText("7d"))
                    .put("target", each.path("target").asDouble())
                    .put("target_display", each.path("target").asText());
        }
        return thresholds;
    }

    private static JsonNode query(JsonNode query) {
        if (!query.isObject()) {
            return Json.object().nullNode();
        }
        ObjectNode node = Json.object();
        node.put("numerator", query.path("numerator").asText());
        node.put("denominator", query.path("denominator").asText());
        return node.putNull("metrics");
    }
}
