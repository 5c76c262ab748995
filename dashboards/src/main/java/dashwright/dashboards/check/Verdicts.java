package dashwright.dashboards.check;

import dashwright.dashboards.check.Emptiness.Explained;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.check.TrialPlanner.Untriable;
import dashwright.dashboards.live.QueryResult.Failed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From what came back to a verdict: the worst thing known about a widget decides. */
final class Verdicts {
    private final Emptiness emptiness;

    Verdicts(Emptiness emptiness) {
        this.emptiness = emptiness;
    }

    Outcome judge(Attempt attempt, List<Trial.Done> done, Beside beside, Findings findings) {
        List<Tried> tried = Evidence.tried(done);
        List<Failed> failures = done.stream()
                .map(Trial.Done::result)
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .toList();
        failures.forEach(failure -> report(attempt.widget(), failure, findings));
        Optional<String> fault = fault(attempt, failures);
        if (fault.isPresent()) {
            return new Outcome(tried, Verdict.FAILED, fault.get());
        }
        Optional<String> gap = gap(attempt, failures);
        if (gap.isPresent()) {
            return new Outcome(tried, Verdict.NOT_RUN, gap.get());
        }
        if (done.stream().anyMatch(Trial.Done::hasData)) {
            Freshness.check(attempt, done, findings);
            return new Outcome(tried, Verdict.LIVE, Evidence.inWords(attempt, done));
        }
        Explained explained = emptiness.explain(attempt, beside, findings);
        return new Outcome(tried, explained.verdict(), explained.text());
    }

    private static void report(Widget widget, Failed failure, Findings findings) {
        if (failure.refused()) {
            findings.add(
                    Code.QUERY_REFUSED,
                    widget,
                    "the query was refused: " + failure.reason(),
                    "correct the query as the message says");
        } else {
            findings.add(
                    Code.NOT_TRIED,
                    widget,
                    "the query could not be tried: " + failure.reason(),
                    "try again when the service answers; until then nothing is known of it");
        }
    }

    private static Optional<String> fault(Attempt attempt, List<Failed> failures) {
        Stream<String> refused =
                failures.stream().filter(Failed::refused).map(failure -> "the query was refused: " + failure.reason());
        Stream<String> faulty =
                attempt.untriable().stream().filter(Untriable::isFaulty).map(Untriable::why);
        return Stream.concat(refused, faulty).findFirst().map(Verdicts::bounded);
    }

    private static Optional<String> gap(Attempt attempt, List<Failed> failures) {
        Stream<String> failed = failures.stream().map(failure -> "it could not be tried: " + failure.reason());
        Stream<String> untried =
                attempt.trials().isEmpty() ? attempt.untriable().stream().map(Untriable::why) : Stream.empty();
        return Stream.concat(failed, untried).findFirst().map(Verdicts::bounded);
    }

    private static String bounded(String text) {
        return Texts.shortened(text, 300);
    }
}
