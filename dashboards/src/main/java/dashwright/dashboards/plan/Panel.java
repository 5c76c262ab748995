package dashwright.dashboards.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One widget of a board, before it has a form. */
public sealed interface Panel {
    /** Stable within the plan; edits and evidence name it. */
    String id();

    /**
     * A panel that shows data.
     *
     * @param title what it claims to show; the check holds it to that
     * @param shape how it is drawn
     * @param series what is read, at least one
     * @param formulas what is computed from the series; empty to show each series as it is
     * @param thresholds values that mean good, warning or bad
     * @param window its own window, null for the board's
     * @param whenEmpty what an empty result would mean
     * @param meaning what the figure means and where it misleads, possibly empty; shown beside it
     * @param limit how many rows a top list shows; 0 for the default
     */
    record Chart(
            String id,
            String title,
            Shape shape,
            List<Series> series,
            List<Formula> formulas,
            List<Threshold> thresholds,
            @Nullable Duration window,
            Emptiness whenEmpty,
            String meaning,
            int limit)
            implements Panel {
        public Chart {
            if (series.isEmpty()) {
                throw new IllegalArgumentException("panel " + id + " reads nothing: give it at least one series");
            }
            series = List.copyOf(series);
            formulas = List.copyOf(formulas);
            thresholds = List.copyOf(thresholds);
        }
    }

    /** Words on the board, in Markdown. */
    record Note(String id, String text) implements Panel {}

    /** How a chart is drawn. */
    enum Shape {
        NUMBER,
        LINE,
        AREA,
        BARS,
        TOP_LIST,
        TABLE,
        HEAT_MAP,
        DISTRIBUTION
    }

    /** What it means that a panel has no data. */
    enum Emptiness {
        /** Nobody knows: shown as no data. */
        UNKNOWN,
        /** Nothing went wrong: an error counter that never rose. */
        GOOD
    }
}
