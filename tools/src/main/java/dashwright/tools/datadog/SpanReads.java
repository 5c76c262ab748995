package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.SpanGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Services, operations and resources, counted from spans. */
final class SpanReads {
    private static final String LOOK_BACK = "now-4h";
    private static final int MOST_GROUPS = 1_000;

    /**
     * What spans are grouped by, from the outermost, and how many of the most frequent values are taken of each. Datadog
     * allows 10,000 groups, counted as the product of the limits (said of its aggregations in the API description,
     * November 2026).
     */
    private static final List<Facet> FACETS =
            List.of(new Facet("service", 25), new Facet("operation_name", 8), new Facet("resource_name", 50));

    private record Facet(String name, int limit) {}

    private final Door door;
    private final Notices notices;

    SpanReads(Door door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /** The most frequent groups first. */
    List<SpanGroup> groups() {
        Call call = Call.of(Endpoint.SPANS).with(request());
        JsonNode answer = door.read(call);
        if (!answer.path("data").isArray()) {
            throw door.unexpected(call, "no list of span groups");
        }
        noteWarnings(answer);
        List<SpanGroup> groups = new ArrayList<>();
        for (JsonNode bucket : answer.path("data")) {
            read(bucket.path("attributes"), groups);
        }
        groups.sort(Comparator.comparingLong(SpanGroup::hits).reversed());
        return groups.subList(0, Math.min(groups.size(), MOST_GROUPS));
    }

    private static ObjectNode request() {
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("type", "aggregate_request");
        ObjectNode attributes = data.putObject("attributes");
        attributes.putArray("compute").addObject().put("aggregation", "count").put("type", "total");
        attributes.putObject("filter").put("from", LOOK_BACK).put("to", "now").put("query", "*");
        ArrayNode groupBy = attributes.putArray("group_by");
        for (Facet facet : FACETS) {
            ObjectNode group = groupBy.addObject().put("facet", facet.name()).put("limit", facet.limit());
            group.putObject("sort")
                    .put("type", "measure")
                    .put("aggregation", "count")
                    .put("order", "desc");
        }
        return body;
    }

    private static void read(JsonNode attributes, List<SpanGroup> groups) {
        JsonNode by = attributes.path("by");
        String service = Json.text(by, "service", 200);
        String operation = Json.text(by, "operation_name", 200);
        String resource = Json.text(by, "resource_name", 300);
        if (!service.isEmpty() && !operation.isEmpty() && !resource.isEmpty()) {
            groups.add(new SpanGroup(service, operation, resource, count(attributes.path("computes"))));
        }
    }

    /** The one number that was computed; Datadog names it {@code c0}. */
    private static long count(JsonNode computes) {
        for (JsonNode value : computes) {
            if (value.isNumber()) {
                return value.asLong();
            }
        }
        return 0;
    }

    private void noteWarnings(JsonNode answer) {
        JsonNode meta = answer.path("meta");
        String status = meta.path("status").asText("done");
        if (!status.equals("done")) {
            notices.add("Datadog did not finish counting spans (status " + ForeignText.clean(status, 40)
                    + "); some services may be missing");
        }
        for (JsonNode warning : meta.path("warnings")) {
            notices.add("About spans Datadog says: " + Json.text(warning, "title", 100) + " "
                    + Json.text(warning, "detail", 200));
        }
    }
}
