package dashwright.lab.http;

import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.Received;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What happens to every request of a simulated service, whatever it asks: faults strike and it is recorded.
 *
 * @param service the service's name in the journal
 * @param clock the time that goes into the journal
 * @param faults what may strike
 * @param journal where requests are recorded
 */
public record Recorder(String service, InstantSource clock, Faults faults, Journal journal) {
    private static final int LONGEST_BODY = 1_000_000;

    /** The fault that strikes a request. */
    Optional<Fault> fault(Call call) {
        return faults.hit(call.method(), call.path());
    }

    /** Records a request with what was answered; 0 for a connection that was cut. */
    void record(Call call, String pathAndQuery, int status) {
        String body =
                call.mediaType().startsWith("multipart/") || call.mediaType().equals("application/octet-stream")
                        ? "(" + call.body().bytes().length + " bytes)"
                        : call.body().text();
        String bounded = body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + "…" : body;
        journal.add(new Received(clock.instant(), service, call.method(), pathAndQuery, bounded, status));
    }
}
