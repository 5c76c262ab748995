package dashwright.catalog.search;

import dashwright.catalog.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * One metric that answers to a text.
 *
 * @param metric the metric
 * @param score the rank's own measure, higher is better; comparable within one result only
 * @param fit how much of the text's meaning the metric covers, 0 to 1; comparable between results
 * @param reasons which words of the text matched what
 */
public record Match(Metric metric, double score, double fit, List<Reason> reasons) {
    public Match {
        reasons = List.copyOf(reasons);
    }

    /** The same match with another score. */
    Match scored(double other) {
        return new Match(metric, other, fit, reasons);
    }

    /** The same match with these reasons before its own. */
    Match because(List<Reason> more) {
        return new Match(
                metric,
                score,
                fit,
                Stream.concat(more.stream(), reasons.stream()).toList());
    }

    /** True where a person taught that the text, or a phrase in it, means this metric. */
    public boolean isTaught() {
        return reasons.stream().anyMatch(Reason::isTaught);
    }
}
