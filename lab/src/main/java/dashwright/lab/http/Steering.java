package dashwright.lab.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.Received;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The control routes that every simulated service has: {@code /lab/clock}, {@code /lab/faults}, {@code /lab/received}.
 *
 * @param clock the time
 * @param faults what goes wrong on purpose
 * @param journal what was received
 */
public record Steering(LabClock clock, Faults faults, Journal journal) {
    /** The routes, by method and path. */
    public Map<String, Routes.Handler> routes() {
        return Map.of(
                "GET /lab/clock", call -> Reply.json(200, time()),
                "POST /lab/clock", this::setClock,
                "GET /lab/faults", call -> Reply.json(200, waiting()),
                "POST /lab/faults", this::addFault,
                "DELETE /lab/faults", call -> clearFaults(),
                "GET /lab/received", this::received,
                "DELETE /lab/received", call -> clearReceived());
    }

    private ObjectNode time() {
        return object().put("now", clock.instant().toString());
    }

    /** {@code {"set": "2026-01-31T00:00:00Z"}}, {@code {"advance": "PT1H"}}, {@code {"run": true}}, or several. */
    private Reply setClock(Call call) {
        ObjectNode body = call.jsonObject();
        if (!body.has("set") && !body.has("advance") && !body.has("run")) {
            throw new IllegalArgumentException(
                    "give 'set' (an instant), 'advance' (a duration as PT1H) or 'run' (true or false)");
        }
        if (body.has("run") && !body.path("run").isBoolean()) {
            throw new IllegalArgumentException("'run' is true or false, not " + body.path("run"));
        }
        try {
            Instant set = body.has("set") ? Instant.parse(body.path("set").asText()) : clock.instant();
            Duration advance = Duration.parse(body.path("advance").asText("PT0S"));
            if (body.has("set")) {
                clock.set(set);
            }
            clock.advance(advance);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'set' is an instant as 2026-01-31T00:00:00Z and 'advance' a duration as PT1H", wrong);
        }
        if (body.has("run")) {
            clock.run(body.path("run").asBoolean());
        }
        return Reply.json(200, time());
    }

    private ObjectNode waiting() {
        ObjectNode body = object();
        ArrayNode all = body.putArray("faults");
        for (Fault fault : faults.waiting()) {
            all.addObject()
                    .put("method", fault.method())
                    .put("path", fault.path())
                    .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                    .put("status", fault.status())
                    .put("delay", fault.delay().toString())
                    .put("times", fault.times());
        }
        return body;
    }

    private Reply addFault(Call call) {
        faults.add(fault(call.jsonObject()));
        return Reply.json(200, waiting());
    }

    private static Fault fault(JsonNode body) {
        try {
            Fault.Kind kind =
                    Fault.Kind.valueOf(body.path("kind").asText("status").toUpperCase(Locale.ROOT));
            return new Fault(
                    body.path("method").asText(""),
                    body.path("path").asText(".*"),
                    kind,
                    body.path("status").asInt(kind == Fault.Kind.STATUS ? 500 : 0),
                    Duration.parse(body.path("delay").asText("PT0S")),
                    body.path("times").asInt(1));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "a fault is {\"path\": regular expression, \"kind\": \"status\", \"latency\" or \"cut\","
                            + " \"status\": 400 to 599, \"delay\": a duration as PT2S, \"times\": 1 or more}: "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    private Reply clearFaults() {
        faults.clear();
        return Reply.text(204, "");
    }

    /** What was received, oldest first; {@code ?service=} and {@code ?path=} (a part of it) narrow it down. */
    private Reply received(Call call) {
        String service = call.parameter("service");
        String part = call.parameter("path");
        ObjectNode body = object();
        ArrayNode all = body.putArray("received");
        for (Received entry : journal.entries()) {
            if ((service.isEmpty() || entry.service().equals(service))
                    && entry.path().contains(part)) {
                all.addObject()
                        .put("at", entry.at().toString())
                        .put("service", entry.service())
                        .put("method", entry.method())
                        .put("path", entry.path())
                        .put("body", entry.body())
                        .put("status", entry.status());
            }
        }
        return Reply.json(200, body);
    }

    private Reply clearReceived() {
        journal.clear();
        return Reply.text(204, "");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
