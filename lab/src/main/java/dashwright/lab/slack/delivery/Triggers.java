package dashwright.lab.slack.delivery;

import dashwright.lab.slack.workspace.Ids;
import dashwright.lab.slack.workspace.SlackError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The trigger ids that let an app open one modal shortly after a person did something. */
public final class Triggers {
    private static final int KEPT = 1_000;

    private final Ids ids;
    private final InstantSource realTime;
    private final Duration lifetime;
    private final Map<String, Trigger> issued = new LinkedHashMap<>();

    /**
     * No trigger yet.
     *
     * @param lifetime how long one is good; Slack gives 3 s
     */
    public Triggers(Ids ids, InstantSource realTime, Duration lifetime) {
        this.ids = ids;
        this.realTime = realTime;
        this.lifetime = lifetime;
    }

    /**
     * A trigger for something that a user did.
     *
     * @param view the modal it was done in, empty for none
     */
    public synchronized String issue(String user, String view) {
        String id = ids.next("trigger-");
        issued.put(id, new Trigger(user, view, realTime.instant().plus(lifetime), false));
        if (issued.size() > KEPT) {
            issued.remove(issued.keySet().iterator().next());
        }
        return id;
    }

    /**
     * Uses a trigger up.
     *
     * @throws SlackError where it is unknown, used or too old
     */
    public synchronized Trigger exchange(String id) {
        Trigger trigger = issued.get(id);
        if (trigger == null) {
            throw SlackError.of("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw SlackError.of("exchanged_trigger_id");
        }
        if (realTime.instant().isAfter(trigger.until())) {
            throw SlackError.of("expired_trigger_id");
        }
        issued.put(id, new Trigger(trigger.user(), trigger.view(), trigger.until(), true));
        return trigger;
    }

    /**
     * A trigger.
     *
     * @param user who did something
     * @param view the modal it was done in, empty for none
     * @param until when it ends
     * @param used whether it has opened a modal
     */
    public record Trigger(String user, String view, Instant until, boolean used) {}
}
