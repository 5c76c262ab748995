package dashwright.lab.datadog.control;

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
        return Reply.json(ControlJson.of(clock));
    }

    private Reply setClock(Call call) {
        try {
            ControlJson.move(clock, call.jsonObject());
        } catch (IllegalArgumentException wrong) {
            throw Refusal.badRequest(String.valueOf(wrong.getMessage()));
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
