package dashwright.bot.slack;

import dashwright.tools.drafting.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message that tells how far a build is. Steps that come faster than Slack takes updates are shown together. */
final class ProgressMessage implements Progress {
    /** Slack takes one update a second and 50 a minute (docs: "Rate limits"); this keeps both. */
    static final Duration INTERVAL = Duration.ofMillis(1_200);

    private static final Logger LOG = LoggerFactory.getLogger(ProgressMessage.class);
    private static final int STEPS_SHOWN = 8;
    private static final int LONGEST_STEP = 200;

    private final String heading;
    private final Consumer<SlackMessage> update;
    private final InstantSource clock;
    private final Later later;
    private final List<String> steps = new ArrayList<>();
    private Instant sentAt;
    private @Nullable SlackMessage last;
    private boolean busy;
    private boolean sending;
    private boolean changed;
    private boolean hurried;
    private final CompletableFuture<@Nullable Void> shown = new CompletableFuture<>();

    /**
     * Progress of a message that was just posted.
     *
     * @param heading mrkdwn of ours that stays on top
     * @param update replaces the message
     */
    ProgressMessage(String heading, Consumer<SlackMessage> update, InstantSource clock, Later later) {
        this.heading = heading;
        this.update = update;
        this.clock = clock;
        this.later = later;
        this.sentAt = clock.instant();
    }

    /** The message before the first step. */
    static SlackMessage first(String heading) {
        return SlackMessage.of(heading + "\n:hourglass_flowing_sand: Starting");
    }

    @Override
    public synchronized void step(String words) {
        if (last == null) {
            steps.add(Mrkdwn.text(words, LONGEST_STEP));
            change();
        }
    }

    /** Replaces the message for good; steps that come afterwards are not shown. */
    void finish(SlackMessage message) {
        boolean stops;
        synchronized (this) {
            last = message;
            change();
            stops = hurried;
        }
        if (stops) {
            hurry();
        }
    }

    /** The last message is shown at once, as when nobody is there to show it a moment later. */
    void hurry() {
        boolean waits;
        synchronized (this) {
            hurried = true;
            waits = busy && !sending && last != null;
        }
        if (waits) {
            flush();
        }
    }

    /** Waits until the last message is shown, or cannot be. */
    void awaitShown() {
        shown.join();
    }

    private void change() {
        changed = true;
        if (!busy) {
            busy = true;
            later.run(untilAllowed(), this::flush);
        }
    }

    private Duration untilAllowed() {
        Duration wait = Duration.between(clock.instant(), sentAt.plus(INTERVAL));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Slack may take its time to answer: the lock is not held meanwhile, so that the build goes on. */
    private void flush() {
        SlackMessage message;
        boolean isLast;
        synchronized (this) {
            if (!changed || sending) {
                return;
            }
            sending = true;
            changed = false;
            isLast = last != null;
            message = last == null ? render() : last;
        }
        try {
            update.accept(message);
        } catch (RuntimeException wrong) {
            LOG.warn("The progress of a build cannot be shown", wrong);
        }
        if (isLast) {
            shown.complete(null);
        }
        synchronized (this) {
            sentAt = clock.instant();
            sending = false;
            busy = false;
            if (changed) {
                change();
            }
        }
    }

    private SlackMessage render() {
        StringBuilder text = new StringBuilder(heading);
        int from = Math.max(0, steps.size() - STEPS_SHOWN);
        for (int i = from; i < steps.size(); i++) {
            boolean isNewest = i == steps.size() - 1;
            text.append('\n')
                    .append(isNewest ? ":hourglass_flowing_sand: " : ":heavy_check_mark: ")
                    .append(steps.get(i));
        }
        return SlackMessage.of(text.toString());
    }
}
