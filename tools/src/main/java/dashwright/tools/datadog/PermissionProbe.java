package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.tools.datadog.PermissionCheck.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks for one small thing with each permission that a reader uses. */
final class PermissionProbe {
    private final Door door;

    PermissionProbe(Door door) {
        this.door = door;
    }

    List<PermissionCheck> check() {
        PermissionCheck key = probe("api_key", Call.of(Endpoint.VALIDATE));
        // A Datadog that does not answer is asked once: each further question would only wait for the same silence.
        return key.state() == State.UNKNOWN ? List.of(key) : all(key);
    }

    private List<PermissionCheck> all(PermissionCheck key) {
        return List.of(
                key,
                probe(Call.of(Endpoint.METRIC_NAMES).with("page[size]", "1")),
                probe(Call.of(Endpoint.TIMESERIES).with(anyQuery())),
                probe(Call.of(Endpoint.DASHBOARDS).with("count", "1")),
                probe(Call.of(Endpoint.MONITOR_SEARCH).with("per_page", "1")),
                probe(Call.of(Endpoint.SLO_SEARCH).with("page[size]", "1")),
                probe(Call.of(Endpoint.SPANS).with(anySpan())));
    }

    private PermissionCheck probe(Call call) {
        return probe(call.endpoint().permission(), call);
    }

    private PermissionCheck probe(String permission, Call call) {
        try {
            JsonNode answer = door.read(call);
            boolean invalid = call.endpoint() == Endpoint.VALIDATE
                    && !answer.path("valid").asBoolean(false);
            return invalid
                    ? new PermissionCheck(permission, State.MISSING, call + " says that the API key is not valid")
                    : new PermissionCheck(permission, State.GRANTED, "");
        } catch (DatadogException.Forbidden forbidden) {
            return new PermissionCheck(permission, State.MISSING, String.valueOf(forbidden.getMessage()));
        } catch (DatadogException other) {
            return new PermissionCheck(permission, State.UNKNOWN, String.valueOf(other.getMessage()));
        }
    }

    private ObjectNode anyQuery() {
        Instant now = door.clock().instant();
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("type", "timeseries_request");
        ObjectNode attributes = data.putObject("attributes");
        attributes.put("from", now.minus(Duration.ofMinutes(5)).toEpochMilli()).put("to", now.toEpochMilli());
        // Whether the metric exists does not matter: an unknown one is answered with no series.
        attributes
                .putArray("queries")
                .addObject()
                .put("data_source", "metrics")
                .put("name", "a")
                .put("query", "avg:datadog.agent.running{*}");
        return body;
    }

    private static ObjectNode anySpan() {
        ObjectNode body = Json.object();
        ObjectNode attributes =
                body.putObject("data").put("type", "aggregate_request").putObject("attributes");
        attributes.putArray("compute").addObject().put("aggregation", "count").put("type", "total");
        attributes.putObject("filter").put("from", "now-1m").put("to", "now").put("query", "*");
        return body;
    }
}
