package dashwright.lab.datadog.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.ControlJson;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
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
        return Reply.json(ControlJson.of(faults));
    }

    private Reply addFault(Call call) {
        try {
            faults.add(ControlJson.fault(call.jsonObject()));
        } catch (IllegalArgumentException wrong) {
            throw Refusal.badRequest(String.valueOf(wrong.getMessage()));
        }
        return waiting();
    }

    private Reply clearFaults() {
        faults.clear();
        return Reply.nothing();
    }

    /** What was received, oldest first; {@code ?service=} and {@code ?path=} (a part of it) narrow it down. */
    private Reply received(Call call) {
        String service = call.parameter("service").orElse("");
        String part = call.parameter("path").orElse("");
        return Reply.json(ControlJson.of(journal, service, part));
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
