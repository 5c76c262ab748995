package dashwright.dashboards.live;

import dashwright.catalog.Unit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of an answer.
 *
 * @param formula the index of the formula (or query) that it belongs to, from 0
 * @param group the tags that set it apart, empty for an ungrouped query
 * @param unit the unit that the service gave, {@link Unit#NONE} for none
 * @param points in order of time; for a scalar one point at the end of the range
 */
public record Series(int formula, SortedMap<String, String> group, Unit unit, List<Point> points) {
    public Series {
        group = new TreeMap<>(group);
        points = List.copyOf(points);
    }
}
