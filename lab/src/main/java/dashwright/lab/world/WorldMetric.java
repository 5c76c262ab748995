package dashwright.lab.world;

import java.util.List;

/**
 * A metric of a world.
 *
 * @param name its name
 * @param type {@code gauge}, {@code count}, {@code rate} or {@code distribution}
 * @param unit its unit, empty for none
 * @param perUnit what the unit is divided by, empty for none
 * @param description its description, possibly empty
 * @param integration the integration that sends it, possibly empty
 * @param percentiles true for a distribution with percentiles enabled
 * @param interval seconds between two points of one sender
 * @param series its series
 */
public record WorldMetric(
        String name,
        String type,
        String unit,
        String perUnit,
        String description,
        String integration,
        boolean percentiles,
        int interval,
        List<WorldSeries> series) {
    public WorldMetric {
        series = List.copyOf(series);
    }
}
