package dashwright.dashboards.check;

import dashwright.dashboards.live.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Data that stopped within the window looks alive on a board. Sparse series, as of errors, stop for good reasons. */
final class Freshness {
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** A point of a long window stands for an interval, and its time is where the interval begins. */
    private static final int INTERVALS = 50;

    private Freshness() {}

    /** How old the newest value of a window may be. */
    static Duration patience(TimeRange range) {
        Duration interval = range.length().dividedBy(INTERVALS);
        return interval.compareTo(PATIENCE) > 0 ? interval : PATIENCE;
    }

    static void check(Attempt attempt, List<Trial.Done> done, Findings findings) {
        TimeRange range = attempt.range();
        Duration patience = patience(range);
        Optional<Instant> newest = Evidence.newestAt(
                done.stream().filter(each -> !each.trial().isNumber()).toList());
        boolean sparse = ErrorWords.speakOfErrors(attempt.widget().title())
                || attempt.widget().metrics().stream().anyMatch(ErrorWords::speakOfErrors);
        if (!sparse && newest.isPresent() && newest.get().isBefore(range.to().minus(patience))) {
            findings.add(
                    Code.DATA_STALE,
                    attempt.widget(),
                    "the newest value is " + Texts.age(Duration.between(newest.get(), range.to())) + " old",
                    "see whether its sender still runs");
        }
    }
}
