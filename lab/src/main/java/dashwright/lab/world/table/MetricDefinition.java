package dashwright.lab.world.table;

import java.util.Set;

/**
 * A row of a metric table.
 *
 * @param name the metric's name
 * @param type {@code gauge}, {@code count}, {@code rate} or {@code distribution}
 * @param unit its unit, empty for none
 * @param perUnit what the unit is divided by, empty for none
 * @param options who sends it and what
 * @param description what its owner wrote about it, possibly nothing
 */
public record MetricDefinition(
        String name, String type, String unit, String perUnit, Options options, String description) {
    private static final Set<String> TYPES = Set.of("gauge", "count", "rate", "distribution");

    public MetricDefinition {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("'" + type + "' is no type; there are "
                    + TYPES.stream().sorted().toList());
        }
    }

    /** Seconds between two points of one sender: a minute where the row says nothing else. */
    public int interval() {
        return (int) options.number("interval", 60);
    }
}
