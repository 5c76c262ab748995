package dashwright.lab.http;

import dashwright.lab.ControlJson;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import java.util.Map;

/**
 * The control routes that simulated services share: {@code /lab/clock}, {@code /lab/faults}, {@code /lab/received}.
 *
 * @param clock the time
 * @param faults what goes wrong on purpose
 * @param journal what was received
 */
public record Steering(LabClock clock, Faults faults, Journal journal) {
    /** The routes, by method and path. */
    public Map<String, Routes.Handler> routes() {
        return Map.of(
                "GET /lab/clock", call -> Reply.json(200, ControlJson.of(clock)),
                "POST /lab/clock", this::moveClock,
                "GET /lab/faults", call -> Reply.json(200, ControlJson.of(faults)),
                "POST /lab/faults", this::addFault,
                "DELETE /lab/faults", call -> clearFaults(),
                "GET /lab/received", this::received,
                "DELETE /lab/received", call -> clearReceived());
    }

    private Reply moveClock(Call call) {
        ControlJson.move(clock, call.jsonObject());
        return Reply.json(200, ControlJson.of(clock));
    }

    private Reply addFault(Call call) {
        faults.add(ControlJson.fault(call.jsonObject()));
        return Reply.json(200, ControlJson.of(faults));
    }

    private Reply clearFaults() {
        faults.clear();
        return Reply.text(204, "");
    }

    private Reply received(Call call) {
        return Reply.json(200, ControlJson.of(journal, call.parameter("service"), call.parameter("path")));
    }

    private Reply clearReceived() {
        journal.clear();
        return Reply.text(204, "");
    }
}
