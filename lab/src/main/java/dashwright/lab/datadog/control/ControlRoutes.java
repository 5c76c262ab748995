package dashwright.lab.datadog.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.Received;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import dashwright.lab.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Steers the lab: {@code /lab/clock}, {@code /lab/faults}, {@code /lab/received}, {@code /lab/world}. */
public final class ControlRoutes {
    private final World world;
    private final LabClock clock;
    private final Faults faults;
    private final Journal journal;

    /** Routes over what they steer. */
    public ControlRoutes(World world, LabClock clock, Faults faults, Journal journal) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
        this.journal = journal;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/lab/clock", (call, path) -> time()),
                Route.open("POST", "/lab/clock", (call, path) -> setClock(call)),
                Route.open("GET", "/lab/faults", (call, path) -> waiting()),
                Route.open("POST", "/lab/faults", (call, path) -> addFault(call)),
                Route.open("DELETE", "/lab/faults", (call, path) -> clearFaults()),
                Route.open("GET", "/lab/received", (call, path) -> received(call)),
                Route.open("DELETE", "/lab/received", (call, path) -> clearReceived()),
                Route.open("GET", "/lab/world", (call, path) -> describe()));
    }

    private Reply time() {
        return Reply.json(Json.object().put("now", clock.instant().toString()));
    }

    /** {@code {"set": "2026-01-31T00:00:00Z"}}, {@code {"advance": "PT1H"}}, {@code {"run": true}}, or several of these. */
    private Reply setClock(Call call) {
        ObjectNode body = call.jsonObject();
        if (!body.has("set") && !body.has("advance") && !body.has("run")) {
            throw Refusal.badRequest(
                    "Give 'set' (an instant), 'advance' (a duration as PT1H) or 'run' (true or false)");
        }
        if (body.has("run") && !body.path("run").isBoolean()) {
            throw Refusal.badRequest("'run' is true or false, not " + body.path("run"));
        }
        try {
            Instant set = body.has("set") ? Instant.parse(body.path("set").asText()) : clock.instant();
            Duration advance = Duration.parse(body.path("advance").asText("PT0S"));
            if (body.has("set")) {
                clock.set(set);
            }
            clock.advance(advance);
        } catch (DateTimeException wrong) {
            throw Refusal.badRequest("'set' is an instant as 2026-01-31T00:00:00Z and 'advance' a duration as PT1H: "
                    + wrong.getMessage());
        }
        if (body.has("run")) {
            clock.run(body.path("run").asBoolean());
        }
        return time();
    }

    private Reply waiting() {
        ObjectNode body = Json.object();
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
        return Reply.json(body);
    }

    private Reply addFault(Call call) {
        faults.add(fault(call.jsonObject()));
        return waiting();
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
            throw Refusal.badRequest(
                    "A fault is {\"path\": regular expression, \"kind\": \"status\", \"latency\" or \"cut\","
                            + " \"status\": 400 to 599, \"delay\": a duration as PT2S, \"times\": 1 or more}: "
                            + wrong.getMessage());
        }
    }

    private Reply clearFaults() {
        faults.clear();
        return Reply.nothing();
    }

    /** What was received, oldest first; {@code ?service=} and {@code ?path=} (a part of it) narrow it down. */
    private Reply received(Call call) {
        String service = call.parameter("service").orElse("");
        String part = call.parameter("path").orElse("");
        ObjectNode body = Json.object();
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
        return Reply.json(body);
    }

    private Reply clearReceived() {
        journal.clear();
        return Reply.nothing();
    }

    private Reply describe() {
        return Reply.json(Json.object()
                .put("name", world.name())
                .put("start", world.start().toString())
                .put("now", clock.instant().toString())
                .put("metrics", world.metrics().size())
                .put("spans", world.spans().size())
                .put("dashboards", world.dashboards().size())
                .put("monitors", world.monitors().size())
                .put("objectives", world.objectives().size()));
    }
}
