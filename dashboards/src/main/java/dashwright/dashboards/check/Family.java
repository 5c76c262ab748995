package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.dashboards.check.ScopeConditions.Condition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metrics beside one, which share its name up to the last dot and as a rule its sender: {@code task.complete} tells
 * that the sender of {@code task.failed} is alive, and with which tags.
 */
final class Family {
    private final Catalog catalog;

    Family(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Another metric of the family that reported within the day. */
    Optional<Metric> reporting(Metric metric) {
        return siblings(metric)
                .filter(other -> other.liveness() == Liveness.LIVE || other.liveness() == Liveness.RECENT)
                .findFirst();
    }

    /**
     * True where the metric can have what a condition asks for: it was seen with it, its tags were never read, or it is a
     * count, which carries a tag only once something was counted, and another of the family was seen with it.
     */
    boolean canMatch(Metric metric, Condition condition) {
        boolean seen = !metric.tags().known() || isSeen(metric, condition);
        return seen || condition.excluded() || carrier(metric, condition).isPresent();
    }

    /** Another metric of the family that was seen with what a condition asks of a count. */
    Optional<Metric> carrier(Metric metric, Condition condition) {
        return metric.type().isCounted()
                ? siblings(metric).filter(other -> isSeen(other, condition)).findFirst()
                : Optional.empty();
    }

    /** True where the metric was seen with the tag; a key whose values were not listed is taken to have any. */
    static boolean isSeen(Metric metric, Condition condition) {
        boolean anyValue = condition.value().isEmpty()
                || metric.tags().valuesOf(condition.key()).isEmpty();
        return metric.tags().keys().contains(condition.key())
                && (anyValue || metric.tags().valuesOf(condition.key()).stream().anyMatch(condition::matches));
    }

    /** The other metrics of the family. */
    Stream<Metric> siblings(Metric metric) {
        int lastDot = metric.name().lastIndexOf('.');
        return lastDot <= 0
                ? Stream.empty()
                : catalog.metricsUnder(metric.name().substring(0, lastDot + 1)).stream()
                        .filter(other -> !other.name().equals(metric.name()));
    }
}
