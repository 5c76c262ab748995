package dashwright.catalog.answer;

import dashwright.catalog.Metric;
import java.util.List;
import java.util.Optional;

/**
 * Metrics that are figures of one measured thing, as a timer or histogram is submitted.
 *
 * @param members at least two, in the order in which people look at them
 */
public record Family(List<Variant> members) {
    public Family {
        if (members.size() < 2) {
            throw new IllegalArgumentException("one metric is no family");
        }
        members = List.copyOf(members);
    }

    /**
     * One of them.
     *
     * @param metric the metric
     * @param statistic which figure it is
     * @param word how its name says so, empty for the measured thing itself
     */
    public record Variant(Metric metric, Statistic statistic, String word) {}

    /** The member of this name. */
    Optional<Variant> member(String name) {
        return members.stream()
                .filter(variant -> variant.metric().name().equals(name))
                .findFirst();
    }

    /** The member that is this figure. */
    Optional<Variant> member(Statistic statistic) {
        return members.stream()
                .filter(variant -> variant.statistic().equals(statistic))
                .findFirst();
    }
}
