package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Dashboards, as trees. */
final class DashboardReads {
    private static final int PAGE_SIZE = 100;

    /** Ten thousand boards; the list has a limit of 60 calls a minute. */
    private static final int MOST_PAGES = 100;

    private final Door door;
    private final Notices notices;

    DashboardReads(Door door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    ObjectNode dashboard(String id) {
        Call call = Call.of(Endpoint.DASHBOARD, Ids.dashboard(id));
        JsonNode answer = door.read(call);
        if (answer instanceof ObjectNode dashboard && dashboard.path("widgets").isArray()) {
            return dashboard;
        }
        throw door.unexpected(call, "no dashboard with widgets");
    }

    List<ObjectNode> list(boolean deleted) {
        List<ObjectNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Call call = Call.of(Endpoint.DASHBOARDS)
                    .with("count", String.valueOf(PAGE_SIZE))
                    .with("start", String.valueOf(page * PAGE_SIZE))
                    .with("filter[deleted]", String.valueOf(deleted));
            JsonNode summaries = door.read(call).path("dashboards");
            if (!summaries.isArray()) {
                throw door.unexpected(call, "no list of dashboards");
            }
            summaries.forEach(summary -> {
                if (summary instanceof ObjectNode object) {
                    all.add(object);
                }
            });
            if (summaries.size() < PAGE_SIZE) {
                return all;
            }
        }
        notices.add("Only the first " + all.size() + " dashboards were read");
        return all;
    }
}
