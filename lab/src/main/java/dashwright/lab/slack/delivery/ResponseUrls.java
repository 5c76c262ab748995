package dashwright.lab.slack.delivery;

import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses by which an app answers later: each is good for five answers within half an hour. */
public final class ResponseUrls {
    private static final int USES = 5;
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int KEPT = 2_000;

    private final String baseUrl;
    private final AppIdentity app;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<String, Issued> issued = new LinkedHashMap<>();

    /** No address yet. */
    public ResponseUrls(String baseUrl, AppIdentity app, Ids ids, InstantSource clock) {
        this.baseUrl = baseUrl;
        this.app = app;
        this.ids = ids;
        this.clock = clock;
    }

    /** An address for the answers to something that a person did. */
    public synchronized String issue(ReplyTarget target) {
        String kind = target.messageTs() == null ? "commands" : "actions";
        String path = "/" + kind + "/" + app.team() + "/" + ids.next("") + "/lab";
        issued.put(path, new Issued(target, clock.instant().plus(LIFETIME), USES));
        if (issued.size() > KEPT) {
            issued.remove(issued.keySet().iterator().next());
        }
        return baseUrl + path;
    }

    /** Uses an address once. */
    public synchronized Use use(String path) {
        Issued known = issued.get(path);
        if (known == null) {
            return new Use.Refused("invalid_url");
        }
        if (clock.instant().isAfter(known.until())) {
            return new Use.Refused("expired_url");
        }
        if (known.usesLeft() == 0) {
            return new Use.Refused("used_url");
        }
        issued.put(path, new Issued(known.target(), known.until(), known.usesLeft() - 1));
        return new Use.Granted(known.target());
    }

    private record Issued(ReplyTarget target, Instant until, int usesLeft) {}

    /** Whether an address still works. */
    public sealed interface Use {
        /** It does, and answers go there. */
        record Granted(ReplyTarget target) implements Use {}

        /** It does not. */
        record Refused(String error) implements Use {}
    }
}
