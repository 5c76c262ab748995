package dashwright.dashboards.plan;

import dashwright.catalog.Unit;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Emptiness;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A plan's tree to the plan. Only the shape is looked at here; {@link PlanProblems} judges what it says. */
final class PlanReader {
    static final Duration DEFAULT_WINDOW = Duration.ofHours(4);
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(>=|>|<=|<)\\s*(-?[0-9][0-9.]{0,30}([eE][+-]?\\d{1,3})?)\\s*");

    private PlanReader() {}

    static DashboardPlan plan(Fields fields) {
        DashboardPlan plan = new DashboardPlan(
                fields.text("title"),
                fields.text("description", ""),
                Objects.requireNonNullElse(fields.window("window", DEFAULT_WINDOW), DEFAULT_WINDOW),
                fields.items("variables", item -> variable(fields.of(item))),
                fields.items("sections", item -> section(fields.of(item))),
                fields.items("links", item -> link(fields.of(item))));
        fields.finish();
        return plan;
    }

    private static TemplateVariable variable(Fields fields) {
        String name = fields.text("name");
        List<String> defaults = fields.has("defaults") ? fields.texts("defaults") : List.of("*");
        TemplateVariable variable = new TemplateVariable(name, fields.text("tag", name), defaults);
        fields.finish();
        return variable;
    }

    private static Link link(Fields fields) {
        Link link = new Link(fields.text("label"), fields.text("target"));
        fields.finish();
        return link;
    }

    static Section section(Fields fields) {
        Section section = new Section(
                fields.text("id"),
                fields.text("title"),
                fields.word("kind", Section.Kind.DETAIL),
                fields.items("panels", item -> panel(fields.of(item))).stream()
                        .flatMap(Optional::stream)
                        .toList());
        fields.finish();
        return section;
    }

    static Optional<Panel> panel(Fields fields) {
        String id = fields.text("id");
        if (fields.has("note")) {
            Panel note = new Note(id, fields.text("note"));
            fields.finish();
            return Optional.of(note);
        }
        Optional<Panel> chart = chart(id, fields);
        fields.finish();
        return chart;
    }

    private static Optional<Panel> chart(String id, Fields fields) {
        String title = fields.text("title");
        Shape shape = fields.word("shape", Shape.LINE);
        List<Series> series = fields.items("series", item -> series(fields.of(item), item.index()));
        List<Formula> formulas = fields.items("formulas", item -> formula(fields.of(item)));
        List<Threshold> thresholds = fields.items("thresholds", item -> threshold(fields.of(item))).stream()
                .flatMap(Optional::stream)
                .toList();
        Duration window = fields.window("window", null);
        Emptiness whenEmpty = fields.word("empty", Emptiness.UNKNOWN);
        String meaning = fields.text("meaning", "");
        int limit = fields.integer("limit", 0);
        if (series.isEmpty()) {
            fields.problem("", "series-missing", "This panel reads nothing.", "Add series with at least one entry.");
            return Optional.empty();
        }
        return Optional.of(
                new Chart(id, title, shape, series, formulas, thresholds, window, whenEmpty, meaning, limit));
    }

    private static Formula formula(Fields fields) {
        Formula formula =
                new Formula(fields.text("label", ""), fields.text("expression"), unit(fields.text("unit", "")));
        fields.finish();
        return formula;
    }

    /** {@code byte}, or {@code byte/second}. */
    private static Unit unit(String written) {
        int slash = written.indexOf('/');
        return slash < 0 ? Unit.of(written) : new Unit(written.substring(0, slash), written.substring(slash + 1));
    }

    private static Optional<Threshold> threshold(Fields fields) {
        String written = fields.text("when");
        Threshold.Level level = fields.word("level", Threshold.Level.class);
        fields.finish();
        Matcher condition = CONDITION.matcher(written);
        Optional<Double> value = condition.matches() ? number(condition.group(2)) : Optional.empty();
        if (value.isEmpty()) {
            fields.problem(
                    "when",
                    "not-a-condition",
                    "Here should be a comparison with a number.",
                    "Write it as \"> 30\" or \"<= 0.7\".");
            return Optional.empty();
        }
        return Stream.of(Threshold.Comparison.values())
                .filter(comparison -> comparison.sign().equals(condition.group(1)))
                .findFirst()
                .map(comparison -> new Threshold(comparison, value.get(), level));
    }

    private static Optional<Double> number(String written) {
        try {
            return Optional.of(Double.valueOf(written));
        } catch (NumberFormatException severalDots) {
            return Optional.empty();
        }
    }

    private static Series series(Fields fields, int index) {
        String id = fields.text("id", letter(index));
        String label = fields.text("label", "");
        Measure measure = fields.word("measure", Measure.class);
        List<TagFilter> filters = fields.items("filters", item -> filter(fields, item)).stream()
                .flatMap(Optional::stream)
                .toList();
        List<String> by = fields.texts("by");
        Series series = fields.has("spans")
                ? spans(id, label, measure, filters, by, fields.inner("spans"))
                : new Series.OfMetric(id, label, fields.text("metric"), measure, filters, by);
        fields.finish();
        return series;
    }

    private static Series spans(
            String id, String label, Measure measure, List<TagFilter> filters, List<String> by, Fields of) {
        Series series = new Series.OfSpans(
                id,
                label,
                of.text("service", ""),
                of.text("operation", ""),
                of.text("resource", ""),
                measure,
                filters,
                by);
        of.finish();
        return series;
    }

    /** The id of a series that has none: a, b, c … by its place. */
    static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('a' + index)) : "s" + (index + 1);
    }

    /** {@code key:value}, {@code !key:value}, or an object for several values. */
    private static Optional<TagFilter> filter(Fields series, Fields.Item item) {
        if (!item.node().isTextual()) {
            return filter(series.of(item));
        }
        String written = item.node().textValue().strip();
        boolean excluded = written.startsWith("!");
        String plain = excluded ? written.substring(1) : written;
        int colon = plain.indexOf(':');
        if (colon < 1 || colon == plain.length() - 1) {
            series.problem(
                    "filters[" + item.index() + "]",
                    "not-a-filter",
                    "%s is not a condition on a tag.".formatted(Fields.bounded(written)),
                    "Write it as key:value, or !key:value to leave it out.");
            return Optional.empty();
        }
        return Optional.of(new TagFilter(plain.substring(0, colon), List.of(plain.substring(colon + 1)), excluded));
    }

    private static Optional<TagFilter> filter(Fields fields) {
        String key = fields.text("key");
        List<String> values = fields.texts("values");
        boolean excluded = fields.flag("excluded");
        fields.finish();
        if (values.isEmpty()) {
            fields.problem(
                    "values", "filter-without-values", "This condition names no value.", "Add at least one value.");
        }
        return key.isBlank() || values.isEmpty() ? Optional.empty() : Optional.of(new TagFilter(key, values, excluded));
    }

    /** How a comparison is written, as {@code > 30.0}. */
    static String condition(Threshold threshold) {
        return String.format(Locale.ROOT, "%s %s", threshold.comparison().sign(), plain(threshold.value()));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 && !(value == 0 && 1 / value < 0)
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
