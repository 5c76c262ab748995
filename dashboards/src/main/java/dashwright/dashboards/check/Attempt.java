package dashwright.dashboards.check;

import dashwright.dashboards.check.TrialPlanner.Untriable;
import dashwright.dashboards.live.TimeRange;
import java.util.List;

/**
 * What is tried for a widget.
 *
 * @param range the window that it shows
 * @param trials what can be tried
 * @param untriable why the rest cannot
 */
record Attempt(Widget widget, TimeRange range, List<Trial> trials, List<Untriable> untriable) {
    Attempt {
        trials = List.copyOf(trials);
        untriable = List.copyOf(untriable);
    }
}
