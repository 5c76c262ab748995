package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.dashboards.check.Companions.Companion;
import dashwright.dashboards.check.PartTrials.PartTrial;
import dashwright.dashboards.check.TrialPlanner.Untriable;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last layer: runs every request once, all in one go, and says what came of it. What is empty where that could be good
 * news has its companions asked in a second go.
 */
final class LiveCheck {
    private final Board board;
    private final TrialPlanner planner;
    private final PartTrials parts;
    private final Companions companions;
    private final Emptiness emptiness;
    private final Verdicts verdicts;

    LiveCheck(Board board, TrialPlanner planner, Catalog catalog, Set<String> emptyIsGood) {
        this.board = board;
        this.planner = planner;
        this.parts = new PartTrials(board, catalog);
        this.companions = new Companions(board, catalog);
        this.emptiness = new Emptiness(board, catalog, emptyIsGood);
        this.verdicts = new Verdicts(emptiness);
    }

    /** What came of each widget that reads data, by its place. */
    Map<String, Outcome> check(QueryRunner runner, Findings findings) {
        List<Attempt> attempts = new ArrayList<>();
        for (Widget widget : board.widgets()) {
            if (widget.readsData()) {
                attempts.add(attempt(widget));
            }
        }
        Map<String, List<PartTrial>> split = new HashMap<>();
        attempts.forEach(attempt -> split.put(attempt.widget().place(), parts.of(attempt)));
        Map<Trial, QueryResult> results = run(
                runner,
                Stream.concat(
                                attempts.stream().flatMap(each -> each.trials().stream()),
                                attempts.stream()
                                        .flatMap(each ->
                                                split.getOrDefault(each.widget().place(), List.of()).stream())
                                        .map(PartTrial::trial))
                        .toList());
        Map<String, List<Companion>> beside = new HashMap<>();
        for (Attempt attempt : attempts) {
            if (isEmpty(attempt, results) && emptiness.mayBeGood(attempt.widget())) {
                beside.put(attempt.widget().place(), companions.of(attempt, emptiness.mayBeSilent(attempt.widget())));
            }
        }
        Map<Trial, QueryResult> heard = run(
                runner,
                beside.values().stream()
                        .flatMap(List::stream)
                        .map(Companion::trial)
                        .toList());
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Attempt attempt : attempts) {
            List<Trial.Done> done = attempt.trials().stream()
                    .map(trial -> new Trial.Done(trial, resultOf(trial, results)))
                    .toList();
            String place = attempt.widget().place();
            Beside reports = Beside.of(beside.getOrDefault(place, List.of()), heard);
            Outcome outcome = verdicts.judge(attempt, done, reports, findings);
            String joined = split.getOrDefault(place, List.of()).stream()
                    .map(each -> PartsJoined.judge(attempt.widget(), each, resultOf(each.trial(), results), findings))
                    .distinct()
                    .collect(Collectors.joining());
            String unread = outcome.verdict() == Receipt.Verdict.LIVE
                    ? parts.unknown(attempt.widget(), split.getOrDefault(place, List.of()))
                    : "";
            outcomes.put(
                    place, new Outcome(outcome.tried(), outcome.verdict(), outcome.explanation() + joined + unread));
        }
        return outcomes;
    }

    private static boolean isEmpty(Attempt attempt, Map<Trial, QueryResult> results) {
        return !attempt.trials().isEmpty()
                && attempt.trials().stream()
                        .allMatch(trial -> resultOf(trial, results) instanceof QueryResult.Answered answered
                                && answered.pointCount() == 0);
    }

    private Attempt attempt(Widget widget) {
        List<Trial> trials = new ArrayList<>();
        List<Untriable> untriable = new ArrayList<>();
        for (Request request : widget.requests()) {
            if (!request.queries().isEmpty()) {
                try {
                    trials.addAll(planner.plan(widget, request));
                } catch (Untriable cannot) {
                    untriable.add(cannot);
                }
            }
        }
        return new Attempt(widget, planner.range(widget), trials, untriable);
    }

    private static Map<Trial, QueryResult> run(QueryRunner runner, List<Trial> trials) {
        Map<Trial, QueryResult> results = new HashMap<>();
        List<QueryRequest> asked = trials.stream().map(Trial::asked).toList();
        List<QueryResult> answers = asked.isEmpty() ? List.of() : runner.run(asked);
        for (int index = 0; index < Math.min(trials.size(), answers.size()); index++) {
            results.put(trials.get(index), answers.get(index));
        }
        return results;
    }

    /** An answer that is missing is no answer: unknown, not empty. */
    private static QueryResult resultOf(Trial trial, Map<Trial, QueryResult> results) {
        String id = trial.asked().id();
        return results.getOrDefault(trial, new QueryResult.Failed(id, "no answer came back", false));
    }
}
