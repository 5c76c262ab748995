package dashwright.dashboards.check;

import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.dashboards.live.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence for one widget: what it reads, that it exists, and what came back when it was tried.
 *
 * @param widget the widget's place, as {@code widgets[1].widgets[0]}
 * @param title its title
 * @param type its Datadog type
 * @param metrics what was found in the catalog about each metric it reads
 * @param tried each request as it was run; empty where live checks did not run
 * @param fit how well the metrics answer to the title, with the rivals
 * @param verdict what all this amounts to
 * @param explanation the verdict in one sentence
 */
public record Receipt(
        String widget,
        String title,
        String type,
        List<MetricEvidence> metrics,
        List<Tried> tried,
        @Nullable Fit fit,
        Verdict verdict,
        String explanation) {
    public Receipt {
        metrics = List.copyOf(metrics);
        tried = List.copyOf(tried);
    }

    /** What the catalog says about a metric that a widget reads. */
    public record MetricEvidence(
            String name, MetricType type, Unit unit, Liveness liveness, String description, List<String> tagsVerified) {
        public MetricEvidence {
            tagsVerified = List.copyOf(tagsVerified);
        }
    }

    /**
     * A request of the widget as it was run.
     *
     * @param query the queries and formulas as text
     * @param range the window
     * @param series how many series came back
     * @param points how many points held a value
     * @param lastValue the newest value of the first series, or of the greatest where there are several numbers; null for none
     * @param lastAt when that was, null for none; for a number over a window, when the newest value behind it was
     * @param unit the unit as Datadog gave it
     * @param failure why it did not run, empty where it did
     * @param highest the greatest value of all series in the whole window, null for none
     */
    public record Tried(
            String query,
            TimeRange range,
            int series,
            long points,
            @Nullable Double lastValue,
            @Nullable Instant lastAt,
            Unit unit,
            String failure,
            @Nullable Double highest) {
        /** A request of which nothing but the newest value is known. */
        public Tried(
                String query,
                TimeRange range,
                int series,
                long points,
                @Nullable Double lastValue,
                @Nullable Instant lastAt,
                Unit unit,
                String failure) {
            this(query, range, series, points, lastValue, lastAt, unit, failure, lastValue);
        }
    }

    /**
     * How well a widget's metric answers to its title.
     *
     * @param rank the metric's place when the title is searched, from 1; 0 where it was not among the first
     * @param fit how much of the title it covers, 0 to 1
     * @param rivals the metrics ahead of it, best first, at most three
     */
    public record Fit(int rank, double fit, List<String> rivals) {
        public Fit {
            rivals = List.copyOf(rivals);
        }
    }

    /** What the evidence amounts to. */
    public enum Verdict {
        /** It exists and data came back. */
        LIVE,
        /** It exists, nothing came back, and that is good news. */
        EMPTY_GOOD,
        /** It exists, nothing came back, and nobody knows why. */
        EMPTY_UNKNOWN,
        /** It could not be tried. */
        NOT_RUN,
        /** It was tried and failed. */
        FAILED
    }
}
