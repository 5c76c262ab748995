package dashwright.tools.toolbox;

import dashwright.dashboards.check.Finding;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request so far. Only tools change it, so that nothing a model merely says counts. Safe for two
 * threads: one that calls tools, and one that closes it when time is up; what arrives after that changes nothing.
 */
public final class ToolSession {
    private final String request;
    private final ToolLimits limits;
    private final InstantSource clock;
    private final Progress progress;
    private final Instant deadline;
    private final boolean revises;
    private final Set<String> answered = new HashSet<>();

    private @Nullable DashboardPlan plan;
    private List<String> remarks = List.of();
    private List<Finding> findings = List.of();
    private @Nullable PlanningOutcome latest;
    private @Nullable Planned sound;
    private boolean asked;
    private boolean closed;
    private int calls;

    ToolSession(
            String request,
            @Nullable DashboardPlan earlier,
            ToolLimits limits,
            InstantSource clock,
            Progress progress) {
        this.request = request;
        this.plan = earlier;
        this.revises = earlier != null;
        this.limits = limits;
        this.clock = clock;
        this.progress = progress;
        this.deadline = Instant.ofEpochMilli(clock.millis()).plus(limits.time());
    }

    /**
     * What came of it: the last plan without errors, or a question, or a gap; empty where nothing was drafted. A later
     * plan that has errors is left out with a remark, as long as there is one without.
     */
    public synchronized Optional<PlanningOutcome> outcome() {
        boolean latestIsBroken = latest instanceof Planned && !latest.equals(sound);
        if (!latestIsBroken || sound == null) {
            return Optional.ofNullable(latest);
        }
        List<String> told = new ArrayList<>(sound.remarks());
        told.add("The model's last change was left out, because the board would have had errors.");
        return Optional.of(new Planned(sound.plan(), told, sound.findings()));
    }

    /** True where no tool will answer any more. */
    public synchronized boolean isOver() {
        return closed || asked || !clock.instant().isBefore(deadline);
    }

    /** Ends the session: what a tool is still doing changes nothing any more. */
    public synchronized void close() {
        closed = true;
    }

    /** How many calls were made, refused ones included. */
    public synchronized int calls() {
        return calls;
    }

    /** Counts a call; says why it is not answered, where it is not. */
    synchronized Optional<String> refusal(String call) {
        calls++;
        if (closed || !clock.instant().isBefore(deadline)) {
            return Optional.of("The time for this request is up. End now.");
        }
        if (asked) {
            return Optional.of("The person has been asked and will answer later. End now.");
        }
        if (calls > limits.calls()) {
            return Optional.of("All " + limits.calls() + " calls of this request are used. End now.");
        }
        return answered.contains(call)
                ? Optional.of("already answered above: the same call was made before. Use that answer, or end.")
                : Optional.empty();
    }

    /** Remembers a call whose answer would be the same again. */
    synchronized void answered(String call) {
        answered.add(call);
    }

    synchronized void planned(Planned planned, boolean hasErrors) {
        if (closed) {
            return;
        }
        plan = planned.plan();
        remarks = planned.remarks();
        findings = planned.findings();
        latest = planned;
        if (!hasErrors) {
            sound = planned;
        }
    }

    /** Nothing was planned; a plan from before stays. */
    synchronized void notPlanned(PlanningOutcome why) {
        if (!closed && !(latest instanceof Planned)) {
            latest = why;
        }
    }

    /** A question of the model's own; it ends the session. */
    synchronized void asks(PlanningOutcome.Question question) {
        if (!closed) {
            latest = question;
            asked = true;
        }
    }

    synchronized @Nullable DashboardPlan plan() {
        return plan;
    }

    synchronized List<String> remarks() {
        return remarks;
    }

    /** What of the request the plan does not answer. */
    synchronized List<Finding> findings() {
        return findings;
    }

    /** True where the request is about a draft that people have seen, which nothing but edits may change. */
    boolean revises() {
        return revises;
    }

    String request() {
        return request;
    }

    /** Tells the waiting person, as long as someone waits. */
    Progress progress() {
        return words -> {
            if (!isClosed()) {
                progress.step(words);
            }
        };
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
