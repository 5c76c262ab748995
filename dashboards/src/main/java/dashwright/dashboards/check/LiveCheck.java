package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.dashboards.check.TrialPlanner.Untriable;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last layer: runs every request once, all in one go, and says what came of it. */
final class LiveCheck {
    private final Board board;
    private final TrialPlanner planner;
    private final Verdicts verdicts;

    LiveCheck(Board board, TrialPlanner planner, Catalog catalog, Set<String> emptyIsGood) {
        this.board = board;
        this.planner = planner;
        this.verdicts = new Verdicts(new Emptiness(catalog, emptyIsGood));
    }

    /** What came of each widget that reads data, by its place. */
    Map<String, Outcome> check(QueryRunner runner, Findings findings) {
        List<Attempt> attempts = new ArrayList<>();
        for (Widget widget : board.widgets()) {
            if (widget.readsData()) {
                attempts.add(attempt(widget));
            }
        }
        List<Trial> trials =
                attempts.stream().flatMap(each -> each.trials().stream()).toList();
        Map<Trial, QueryResult> results = run(runner, trials);
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Attempt attempt : attempts) {
            List<Trial.Done> done = attempt.trials().stream()
                    .map(trial -> new Trial.Done(trial, resultOf(trial, results)))
                    .toList();
            outcomes.put(attempt.widget().place(), verdicts.judge(attempt, done, findings));
        }
        return outcomes;
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
