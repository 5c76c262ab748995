package dashwright.dashboards.plan;

import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with one series in itself. */
final class SeriesChecks {
    static final String TAG_KEY_FIX = "Use letters, digits and _ - . / as in env or kube_namespace.";
    private static final int MAXIMUM_FILTERS = 20;
    private static final int MAXIMUM_VALUES = 50;
    private static final int MAXIMUM_TAGS = 5;
    private static final int MAXIMUM_NAME = 500;
    /** Datadog's rule for metric names: https://docs.datadoghq.com/metrics/custom_metrics/#naming-custom-metrics. */
    private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,199}");

    private static final Pattern TAG_KEY = Pattern.compile("@?[\\p{L}_][\\p{L}\\p{N}_./-]{0,199}");
    /**
     * Values of metric tags: what would end or change a scope, and {@code $}, which begins a template variable, are left
     * out; a star stands at either end only.
     */
    private static final Pattern TAG_VALUE = Pattern.compile("\\*|\\*?[^\\s\\p{Z}\\p{C},(){}\"'$*!\\\\]{1,200}\\*?");

    private static final Pattern SPAN_VALUE = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}$]{1,500}");

    private SeriesChecks() {}

    static boolean isTagKey(String key) {
        return TAG_KEY.matcher(key).matches() && !key.startsWith("@");
    }

    static void run(Series series, String place, PlanProblems problems) {
        problems.text(series.label(), place + ".label", PlanProblems.MAXIMUM_TITLE);
        problems.atMost(series.filters(), MAXIMUM_FILTERS, place + ".filters", "filters");
        problems.atMost(series.by(), MAXIMUM_TAGS, place + ".by", "tags");
        boolean ofSpans = series instanceof Series.OfSpans;
        for (int index = 0; index < series.by().size(); index++) {
            key(series.by().get(index), ofSpans, place + ".by[" + index + "]", problems);
        }
        for (int index = 0; index < series.filters().size(); index++) {
            filter(series.filters().get(index), ofSpans, place + ".filters[" + index + "]", problems);
        }
        switch (series) {
            case Series.OfMetric metric -> metric(metric, place, problems);
            case Series.OfSpans spans -> spans(spans, place, problems);
        }
        if (series.measure() == Measure.DISTINCT && series.by().isEmpty()) {
            problems.add(
                    "distinct-of-what",
                    place + ".by",
                    "It is not said what is counted.",
                    "Name the tag in by, as pod_name.");
        }
    }

    private static void metric(Series.OfMetric series, String place, PlanProblems problems) {
        if (!METRIC.matcher(series.metric()).matches()) {
            problems.add(
                    "metric-name",
                    place + ".metric",
                    "%s cannot be a metric's name.".formatted(PlanProblems.quoted(series.metric())),
                    "Write one full name without wildcards; to choose among series use filters.");
        }
    }

    private static void spans(Series.OfSpans series, String place, PlanProblems problems) {
        List<String> names = List.of(series.service(), series.operation(), series.resource());
        for (String name : names) {
            if (!name.isEmpty() && !SPAN_VALUE.matcher(name).matches()) {
                problems.add(
                        "span-name",
                        place + ".spans",
                        "%s cannot be searched for.".formatted(PlanProblems.quoted(name)),
                        "Use at most " + MAXIMUM_NAME + " characters, without line breaks and $.");
            }
        }
        String measure = Fields.wordOf(series.measure());
        switch (series.measure()) {
            case LATEST ->
                problems.add(
                        "measure-of-spans",
                        place + ".measure",
                        "Spans have no latest value.",
                        "Use average, or a percentile as p95.");
            case PER_SECOND ->
                problems.add(
                        "measure-of-spans",
                        place + ".measure",
                        "Spans are counted, not measured %s.".formatted(measure),
                        "Use total.");
            case DISTINCT -> {
                if (series.by().size() > 1) {
                    problems.add(
                            "measure-of-spans",
                            place + ".by",
                            "Only one attribute of spans can be counted.",
                            "Keep one.");
                }
            }
            case TOTAL, AVERAGE, SUM, MINIMUM, MAXIMUM, P50, P75, P90, P95, P99 -> {}
        }
    }

    private static void key(String key, boolean ofSpans, String place, PlanProblems problems) {
        boolean attribute = key.startsWith("@");
        if (!TAG_KEY.matcher(key).matches() || (attribute && !ofSpans)) {
            problems.add("tag-key", place, "%s is no tag key.".formatted(PlanProblems.quoted(key)), TAG_KEY_FIX);
        }
    }

    private static void filter(TagFilter filter, boolean ofSpans, String place, PlanProblems problems) {
        key(filter.key(), ofSpans, place, problems);
        problems.atMost(filter.values(), MAXIMUM_VALUES, place, "values");
        Pattern form = ofSpans ? SPAN_VALUE : TAG_VALUE;
        for (String value : filter.values()) {
            if (!form.matcher(value).matches()) {
                problems.add(
                        "tag-value",
                        place,
                        "%s cannot be a value of %s in a query."
                                .formatted(PlanProblems.quoted(value), PlanProblems.quoted(filter.key())),
                        "Use the value as the catalog has it; * may stand at either end.");
            }
        }
    }
}
