package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressMessageTest {
    private final TestClock clock = new TestClock();
    private final List<String> shown = new ArrayList<>();
    private final List<Scheduled> scheduled = new ArrayList<>();
    private final ProgressMessage progress = new ProgressMessage(
            "asked",
            message -> shown.add(message.text()),
            clock,
            (delay, task) -> scheduled.add(new Scheduled(delay, task)));

    @Test
    void stepsThatComeFastAreShownTogether() {
        progress.step("Reading");
        progress.step("Trying 14 queries");
        progress.step("Checking");

        assertThat(scheduled).hasSize(1);
        assertThat(scheduled.getFirst().delay).isEqualTo(ProgressMessage.INTERVAL);
        runNext();

        assertThat(shown)
                .containsExactly("asked\n:heavy_check_mark: Reading\n:heavy_check_mark: Trying 14 queries\n"
                        + ":hourglass_flowing_sand: Checking");
    }

    @Test
    void neverUpdatesMoreThanOnceASecondOrFiftyTimesAMinute() {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            progress.step("step " + i);
            gaps.add(scheduled.getFirst().delay);
            runNext();
        }

        assertThat(gaps).allSatisfy(gap -> assertThat(gap).isGreaterThan(Duration.ofSeconds(1)));
        assertThat(gaps.stream().reduce(Duration.ZERO, Duration::plus).toMillis() / 60.0)
                .isGreaterThanOrEqualTo(60_000 / 50.0);
    }

    @Test
    void aStepAfterAPauseIsShownAtOnce() {
        clock.advance(Duration.ofSeconds(10));
        progress.step("Reading");

        assertThat(scheduled.getFirst().delay).isEqualTo(Duration.ZERO);
    }

    @Test
    void theEndStaysWhateverComesLater() {
        progress.step("Reading");
        progress.finish(SlackMessage.of("done"));
        progress.step("too late");
        runNext();

        assertThat(shown).containsExactly("done");
        assertThat(scheduled).isEmpty();
    }

    @Test
    void whoStopsShowsTheEndAtOnce() {
        progress.step("Reading");
        progress.finish(SlackMessage.of("done"));

        progress.hurry();

        assertThat(shown).containsExactly("done");
        progress.awaitShown();
        runNext();
        assertThat(shown).containsExactly("done");
    }

    @Test
    void theEndThatComesWhileTheBotStopsDoesNotWait() {
        progress.step("Reading");
        progress.hurry();
        progress.finish(SlackMessage.of("done"));

        assertThat(shown).containsExactly("done");
    }

    @Test
    void aStepDuringAnUpdateIsShownByTheNext() {
        List<ProgressMessage> self = new ArrayList<>();
        ProgressMessage slow = new ProgressMessage(
                "asked",
                message -> {
                    shown.add(message.text());
                    if (shown.size() == 1) {
                        self.getFirst().step("while sending");
                    }
                },
                clock,
                (delay, task) -> scheduled.add(new Scheduled(delay, task)));
        self.add(slow);
        slow.step("first");
        runNext();
        assertThat(scheduled).hasSize(1);
        runNext();

        assertThat(shown).hasSize(2);
        assertThat(shown.getLast()).contains("while sending");
    }

    @Test
    void anUpdateThatFailsDoesNotStopTheNext() {
        List<String> later = new ArrayList<>();
        ProgressMessage failing = new ProgressMessage(
                "asked",
                message -> {
                    if (later.isEmpty()) {
                        later.add("failed");
                        throw new SlackCallException("chat.update", "ratelimited", "");
                    }
                    later.add(message.text());
                },
                clock,
                (delay, task) -> scheduled.add(new Scheduled(delay, task)));
        failing.step("first");
        runNext();
        failing.finish(SlackMessage.of("done"));
        runNext();

        assertThat(later).containsExactly("failed", "done");
    }

    @Test
    void onlyTheNewestStepsAreShownAndTheyAreEscaped() {
        for (int i = 0; i < 30; i++) {
            progress.step("step " + i + " <!channel>");
        }
        runNext();

        assertThat(shown.getFirst())
                .contains("step 29 &lt;!channel&gt;")
                .contains("step 22")
                .doesNotContain("step 21")
                .doesNotContain("<!channel>");
    }

    private void runNext() {
        Scheduled next = scheduled.removeFirst();
        clock.advance(next.delay);
        next.task.run();
    }

    private record Scheduled(Duration delay, Runnable task) {}
}
