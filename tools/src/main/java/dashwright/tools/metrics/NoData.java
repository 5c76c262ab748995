package dashwright.tools.metrics;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.dashboards.live.TimeRange;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Explains an empty answer from what the catalog knows.
 *
 * @param knowledge the catalog, and the means to have tags read
 * @param metric what was looked at
 * @param tags the scope
 * @param query the query as asked
 * @param range the window
 */
record NoData(Knowledge knowledge, Metric metric, SortedMap<String, String> tags, String query, TimeRange range) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_NAMED = 8;

    MetricSample.Empty explain() {
        List<String> causes = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        if (!tags.isEmpty()) {
            explainScope(causes, steps);
        }
        explainLiveness(causes, steps);
        return new MetricSample.Empty(query, range, causes, steps);
    }

    private void explainScope(List<String> causes, List<String> steps) {
        Metric read =
                knowledge.enrich(List.of(metric.name())).metric(metric.name()).orElse(metric);
        TagSet known = read.tags();
        if (!known.known()) {
            causes.add("the tags are not known, so no series may match " + tags);
            steps.add("look at the metric without tags");
            return;
        }
        for (var tag : tags.entrySet()) {
            SortedSet<String> values = known.valuesOf(tag.getKey());
            if (!known.keys().contains(tag.getKey())) {
                causes.add("the metric has no tag " + tag.getKey());
                steps.add("use one of its tags: " + some(known.keys()));
            } else if (values.stream().noneMatch(value -> matches(tag.getValue(), value))) {
                causes.add("no series has " + tag.getKey() + ":" + tag.getValue());
                steps.add("use one of the values of " + tag.getKey() + ": " + some(values));
            }
        }
        if (causes.isEmpty() && tags.size() > 1) {
            causes.add("each of the tags is there, but perhaps never all of them on one series");
            steps.add("leave out the tags one after the other");
        }
    }

    private void explainLiveness(List<String> causes, List<String> steps) {
        switch (metric.liveness()) {
            case LIVE -> {
                if (causes.isEmpty()) {
                    causes.add(
                            "the metric reported within the hour before the catalog was read, so it stopped since, or"
                                    + " reports less often than this window is long");
                    addWiderWindow(steps);
                }
            }
            case RECENT, QUIET -> {
                causes.add("the metric last reported "
                        + (metric.liveness() == Liveness.RECENT
                                ? "within a day"
                                : "within 30 days, not within the last day")
                        + "; for a counter of errors silence is good news, for anything else it has stopped");
                addWiderWindow(steps);
            }
            case GONE -> {
                causes.add("the metric has not reported within 30 days");
                steps.add("choose another metric; find_metrics shows which of them report");
            }
            case UNKNOWN -> {
                causes.add("it is not known when the metric last reported");
                addWiderWindow(steps);
            }
        }
    }

    private void addWiderWindow(List<String> steps) {
        if (range.length().compareTo(DAY) < 0) {
            steps.add("look at the last day");
        } else if (range.length().compareTo(MetricSampler.LONGEST) < 0) {
            steps.add("look at the last " + MetricSampler.LONGEST.toDays() + " days");
        }
    }

    /** A value as a scope writes it may begin or end with a star. */
    private static boolean matches(String pattern, String value) {
        boolean open = pattern.endsWith("*");
        boolean ended = pattern.startsWith("*");
        String core = pattern.substring(ended ? 1 : 0, Math.max(pattern.length() - (open ? 1 : 0), ended ? 1 : 0));
        if (open && ended) {
            return value.contains(core);
        }
        if (open) {
            return value.startsWith(core);
        }
        return ended ? value.endsWith(core) : value.equals(core);
    }

    private static String some(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(all::add);
        String some = all.stream().limit(MOST_NAMED).collect(Collectors.joining(" | "));
        return all.size() > MOST_NAMED ? some + " | and " + (all.size() - MOST_NAMED) + " more" : some;
    }
}
