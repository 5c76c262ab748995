package dashwright.dashboards.check;

import dashwright.catalog.TagSet;
import java.util.Set;

/** The tags that a query groups by are tags of the metric. */
final class GroupTags implements MetricRule {
    private static final Set<String> TIMES =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year", "date", "time", "timestamp");

    @Override
    public void check(MetricUse use, Findings findings) {
        TagSet tags = use.metric().tags();
        for (String key : use.selector().groupBy()) {
            boolean carried = tags.known() && tags.keys().contains(key);
            if (carried || key.indexOf('$') >= 0) {
                continue;
            }
            if (TIMES.contains(key)) {
                findings.add(
                        Code.GROUP_BY_TIME,
                        use.widget(),
                        "by {" + key + "} groups by a tag, not by time",
                        "take .rollup(avg, 86400) for one point a day, or day_before(…) to compare");
            } else if (tags.known()) {
                report(use, key, findings);
            }
        }
    }

    private static void report(MetricUse use, String key, Findings findings) {
        findings.add(
                Code.GROUP_TAG_UNKNOWN,
                use.widget(),
                use.named() + " carries no tag " + Texts.quoted(key) + " to group by",
                use.metric().tags().keys().isEmpty()
                        ? "it carries no tags: remove the grouping"
                        : "it carries "
                                + Texts.quoted(
                                        Nearest.of(key, use.metric().tags().keys())));
    }
}
