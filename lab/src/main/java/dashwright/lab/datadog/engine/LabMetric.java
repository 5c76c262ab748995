package dashwright.lab.datadog.engine;

import java.util.List;

/**
 * A metric as the lab knows it now: from the world, from submitted points, or both.
 *
 * @param name its name
 * @param type {@code gauge}, {@code count}, {@code rate} or {@code distribution}
 * @param unit its unit and what that is divided by
 * @param description possibly empty
 * @param integration possibly empty
 * @param percentiles true for a distribution with percentiles enabled
 * @param interval seconds between two points of one sender
 * @param senders who sends it
 */
public record LabMetric(
        String name,
        String type,
        UnitPair unit,
        String description,
        String integration,
        boolean percentiles,
        int interval,
        List<Sender> senders) {
    public LabMetric {
        senders = List.copyOf(senders);
    }

    /** True for values that are pooled across senders. */
    public boolean isDistribution() {
        return type.equals("distribution");
    }

    /** True for values that add up over time. */
    public boolean isCounted() {
        return type.equals("count") || type.equals("rate");
    }
}
