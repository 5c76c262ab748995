package dashwright.lab.world;

import java.util.Map;

/**
 * What one sender sends: its tags, and its value at each time.
 *
 * @param tags key to value
 * @param signal the value as a function of time
 */
public record WorldSeries(Map<String, String> tags, Signal signal) {
    public WorldSeries {
        tags = Map.copyOf(tags);
    }
}
