package dashwright.catalog.search;

import dashwright.catalog.Metric;
import java.util.List;

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
}
