package dashwright.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Clock, faults and journal as the control routes of every simulated service say them in JSON. */
public final class ControlJson {
    private ControlJson() {}

    /** What time it is: {@code {"now":…}}. */
    public static ObjectNode of(LabClock clock) {
        return JsonNodeFactory.instance.objectNode().put("now", clock.instant().toString());
    }

    /**
     * Moves a clock: {@code {"set": "2026-01-31T00:00:00Z"}}, {@code {"advance": "PT1H"}}, {@code {"run": true}}, or
     * several of these.
     *
     * @throws IllegalArgumentException that says what can be given; the clock is then as before
     */
    public static void move(LabClock clock, JsonNode body) {
        if (!body.has("set") && !body.has("advance") && !body.has("run")) {
            throw new IllegalArgumentException(
                    "Give 'set' (an instant), 'advance' (a duration as PT1H) or 'run' (true or false)");
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
                    "'set' is an instant as 2026-01-31T00:00:00Z and 'advance' a duration as PT1H: "
                            + wrong.getMessage(),
                    wrong);
        }
        if (body.has("run")) {
            clock.run(body.path("run").asBoolean());
        }
    }

    /** The faults that wait: {@code {"faults":[…]}}. */
    public static ObjectNode of(Faults faults) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
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

    /**
     * Reads a fault. What is left out: any method, any path, status 500, once.
     *
     * @throws IllegalArgumentException that says what a fault looks like
     */
    public static Fault fault(JsonNode body) {
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
                    "A fault is {\"path\": regular expression, \"kind\": \"status\", \"latency\", \"cut\" or \"lost\","
                            + " \"status\": 400 to 599, \"delay\": a duration as PT2S, \"times\": 1 or more}: "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    /**
     * What was received, oldest first: {@code {"received":[…]}}.
     *
     * @param service only what this service received; empty for all
     * @param part only what has this in its path; empty for all
     */
    public static ObjectNode of(Journal journal, String service, String part) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
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
        return body;
    }
}
