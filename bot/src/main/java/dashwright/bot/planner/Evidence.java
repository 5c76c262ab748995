package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.dashboards.plan.TagFilter;
import java.util.List;

/**
 * A metric that belongs to the subject of a request.
 *
 * @param metric the metric
 * @param kind what kind of figure it is
 * @param filters the tags that narrow it to the subject
 * @param fit how well it answers to the topic, 0 to 1
 * @param anchored true where it carries the very tag value that the subject is known by
 */
record Evidence(Metric metric, Kind kind, List<TagFilter> filters, double fit, boolean anchored) {
    Evidence {
        filters = List.copyOf(filters);
    }

    Role role() {
        return kind.role();
    }
}
