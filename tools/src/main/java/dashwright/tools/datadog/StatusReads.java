package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What monitors and service level objectives say. */
final class StatusReads {
    private static final int MOST = 100;

    private final Door door;

    StatusReads(Door door) {
        this.door = door;
    }

    List<MonitorStatus> monitors(String query, int limit) {
        Call call = Call.of(Endpoint.MONITOR_SEARCH)
                .with("query", query)
                .with("page", "0")
                .with("per_page", String.valueOf(bounded(limit)));
        JsonNode monitors = door.read(call).path("monitors");
        if (!monitors.isArray()) {
            throw door.unexpected(call, "no list of monitors");
        }
        List<MonitorStatus> found = new ArrayList<>();
        for (JsonNode monitor : monitors) {
            found.add(new MonitorStatus(
                    monitor.path("id").asLong(),
                    Json.text(monitor, "name", 300),
                    Json.text(monitor, "status", 40),
                    Json.text(monitor, "type", 60),
                    Json.text(monitor, "query", 1_000),
                    Json.texts(monitor.path("metrics"), 50),
                    Json.texts(monitor.path("tags"), 50)));
        }
        return found;
    }

    List<ObjectiveStatus> objectives(String query, int limit) {
        Call call = Call.of(Endpoint.SLO_SEARCH)
                .with("query", query)
                .with("page[size]", String.valueOf(bounded(limit)))
                .with("page[number]", "0");
        JsonNode objectives = door.read(call).path("data").path("attributes").path("slos");
        if (!objectives.isArray()) {
            throw door.unexpected(call, "no list of service level objectives");
        }
        List<ObjectiveStatus> found = new ArrayList<>();
        for (JsonNode each : objectives) {
            found.add(objective(each.path("data")));
        }
        return found;
    }

    private static ObjectiveStatus objective(JsonNode data) {
        JsonNode attributes = data.path("attributes");
        JsonNode status = attributes.path("status");
        JsonNode sli = status.path("sli");
        JsonNode budget = status.path("error_budget_remaining");
        JsonNode threshold = attributes.path("thresholds").path(0);
        JsonNode target = threshold.path("target");
        return new ObjectiveStatus(
                Json.text(data, "id", 80),
                Json.text(attributes, "name", 300),
                Json.text(status, "state", 40),
                sli.isNumber() ? sli.asDouble() : null,
                budget.isNumber() ? budget.asDouble() : null,
                target.isNumber() ? target.asDouble() : null,
                Json.text(threshold, "timeframe", 20),
                Json.texts(attributes.path("all_tags"), 50));
    }

    private static int bounded(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a search needs room for at least one answer, not " + limit);
        }
        return Math.min(limit, MOST);
    }
}
