package dashwright.lab.datadog;

import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.Received;
import dashwright.lab.datadog.access.Keys;
import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.engine.QueryRefused;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Routes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request passes: faults, keys, rate limits, then its handler; and the journal on the way out. */
final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final Routes routes;
    private final Keys keys;
    private final RateLimits limits;
    private final Faults faults;
    private final Journal journal;
    private final InstantSource clock;

    FrontDesk(Routes routes, Keys keys, RateLimits limits, Faults faults, Journal journal, InstantSource clock) {
        this.routes = routes;
        this.keys = keys;
        this.limits = limits;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * How a request ends.
     *
     * @param reply what is answered
     * @param fault what goes wrong on the way, if anything
     */
    record Outcome(Reply reply, Optional<Fault> fault) {}

    Outcome answer(Call call) {
        if (isOwn(call)) {
            return new Outcome(reply(call), Optional.empty());
        }
        Optional<Fault> fault = faults.hit(call.method(), call.path());
        Reply reply = fault.filter(each -> each.kind() == Fault.Kind.STATUS)
                .map(FrontDesk::failed)
                .or(() -> fault.filter(each -> each.kind() == Fault.Kind.CUT).map(each -> Reply.nothing()))
                .orElseGet(() -> reply(call));
        boolean unanswered = fault.filter(each -> each.kind() == Fault.Kind.CUT || each.kind() == Fault.Kind.LOST)
                .isPresent();
        journal.add(new Received(
                clock.instant(), "datadog", call.method(), url(call), call.body(), unanswered ? 0 : reply.status()));
        return new Outcome(reply, fault);
    }

    /** Control routes and pages are the lab's own: no fault hits them, and the journal leaves them out. */
    private static boolean isOwn(Call call) {
        return call.path().startsWith("/lab/")
                || call.path().startsWith("/dashboard")
                || call.path().equals("/");
    }

    private static String url(Call call) {
        if (call.parameters().isEmpty()) {
            return call.path();
        }
        return call.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&", call.path() + "?", ""));
    }

    private static Reply failed(Fault fault) {
        return switch (fault.status()) {
            case 429 ->
                Reply.errors(429, "Too many requests")
                        .with(Map.of(
                                "x-ratelimit-limit", "0",
                                "x-ratelimit-period", "1",
                                "x-ratelimit-remaining", "0",
                                "x-ratelimit-reset", "1",
                                "x-ratelimit-name", "fault"));
            case 403 -> Reply.errors(403, "Forbidden");
            default -> Reply.errors(fault.status(), "The lab was told to fail with status " + fault.status());
        };
    }

    private Reply reply(Call call) {
        Map<String, String> headers = Map.of();
        try {
            Routes.Found found = routes.find(call);
            keys.check(call, found.route().access());
            headers = limits.count(found.route().limit());
            return found.route().handler().answer(call, found.path()).with(headers);
        } catch (Refusal refusal) {
            return refusal.reply().with(headers);
        } catch (QueryRefused refused) {
            return Reply.errors(400, refused.reason()).with(headers);
        } catch (RuntimeException broken) {
            LOG.error("{} {} broke the lab", call.method(), call.path(), broken);
            return Reply.errors(500, "The lab broke: " + broken);
        }
    }
}
