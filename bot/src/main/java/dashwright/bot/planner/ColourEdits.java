package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.Unit;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.Threshold;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** "Make the errors red", "memory yellow above 80": on a board a colour says how things stand, from a value on. */
final class ColourEdits implements EditKind {
    private static final String LEVEL = "(red|yellow|orange|amber|green)";
    private static final String FROM =
            "(?:\\s+(?:when|if|once|from)?\\s*(?:they are|it is|it's|they're)?\\s*(above|over|more than|greater than|exceeds?|at least|from|below|under|less than|>=|<=|>|<)\\s*(-?\\d+(?:[.,]\\d+)?)\\s*(%|[\\p{L}]{1,12})?)?";
    private static final Pattern COLOUR = Pattern.compile(
            "(?:make|turn|colou?r|paint|show|mark|highlight)\\s+(.+?)\\s+(?:in\\s+|go\\s+|turn\\s+|as\\s+)?" + LEVEL
                    + FROM,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE = Pattern.compile(
            "(.+?)\\s+(?:in\\s+|should be\\s+|should turn\\s+)?" + LEVEL + FROM, Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "(?:make|turn|colou?r|paint)\\s+(.+?)\\s+(?:in\\s+)?(blue|purple|pink|black|white|gr[ae]y|brown)",
            Pattern.CASE_INSENSITIVE);

    private final Knowledge knowledge;

    ColourEdits(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Matcher colour = COLOUR.matcher(said);
        if (colour.matches()) {
            return Optional.of(coloured(colour, plan));
        }
        Matcher alone = ALONE.matcher(said);
        if (alone.matches() && !new PanelTargets(plan).find(alone.group(1)).isEmpty()) {
            return Optional.of(coloured(alone, plan));
        }
        return OTHER.matcher(said).matches()
                ? Optional.of(
                        new Change.Refused("On a board colours say how things stand: red is bad, yellow worth a look,"
                                + " green good. Say one of them and from which value on, as in \"make "
                                + example(plan) + " red above 10\"."))
                : Optional.empty();
    }

    private Change coloured(Matcher matcher, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant meant = targets.find(matcher.group(1));
        if (meant.isEmpty()) {
            return new Change.Refused(targets.nothingCalled(matcher.group(1)));
        }
        Threshold.Level level = level(matcher.group(2));
        Map<String, Panel.Chart> changed = new LinkedHashMap<>();
        List<Panel.Chart> charts = new ArrayList<>(meant.charts());
        if (meant.section()
                .filter(section -> section.kind() == Section.Kind.ERRORS)
                .isPresent()) {
            charts.addAll(alike(targets, List.copyOf(charts)));
        }
        for (Panel.Chart chart : charts) {
            Threshold threshold =
                    threshold(matcher, level, chart, meant.section().orElseGet(() -> targets.sectionOf(chart)));
            if (threshold != null) {
                changed.put(chart.id(), coloured(chart, threshold));
            }
        }
        if (changed.isEmpty() && matcher.group(4) != null) {
            return new Change.Refused("Nothing of " + PanelTargets.titles(charts) + " is told in \"" + matcher.group(5)
                    + "\": " + units(charts) + ".");
        }
        if (changed.isEmpty()) {
            return new Change.Refused("From which value on? Say for example: make "
                    + meant.charts().getFirst().title() + " " + matcher.group(2) + " above 10");
        }
        Threshold made = changed.values().iterator().next().thresholds().getLast();
        return Change.made(
                plan,
                Charts.replaced(plan, changed),
                "Made " + PanelTargets.titles(List.copyOf(changed.values())) + " "
                        + matcher.group(2).toLowerCase(Locale.ROOT) + " where the figure is "
                        + made.comparison().sign() + " " + number(made.value())
                        + unitOf(changed.values().iterator().next(), made) + ".");
    }

    private String unitOf(Panel.Chart chart, Threshold made) {
        Unit unit = made.value() == 0 ? Unit.NONE : unit(chart);
        return unit.isNone() ? "" : " " + unit;
    }

    private String units(List<Panel.Chart> charts) {
        List<String> units = charts.stream()
                .map(this::unit)
                .filter(unit -> !unit.isNone())
                .map(Unit::toString)
                .distinct()
                .toList();
        return units.isEmpty()
                ? "no unit is known of it; say the number alone"
                : "it is in " + String.join(", ", units);
    }

    /** The unit that a chart's figures are in. */
    private Unit unit(Panel.Chart chart) {
        Optional<Unit> own = chart.formulas().stream()
                .map(Formula::unit)
                .filter(unit -> !unit.isNone())
                .findFirst();
        List<String> read = chart.series().stream()
                .filter(Series.OfMetric.class::isInstance)
                .map(series -> ((Series.OfMetric) series).metric())
                .limit(1)
                .toList();
        return own.orElseGet(() -> read.isEmpty()
                ? Unit.NONE
                : knowledge
                        .describe(read)
                        .metric(read.getFirst())
                        .map(Metric::unit)
                        .orElse(Unit.NONE));
    }

    /** The key figures of what a section shows: the number of errors on top must not say something else. */
    private static List<Panel.Chart> alike(PanelTargets targets, List<Panel.Chart> known) {
        Set<String> read = known.stream().flatMap(ColourEdits::metrics).collect(Collectors.toSet());
        return targets.charts().stream()
                .filter(chart -> !known.contains(chart) && chart.shape() == Panel.Shape.NUMBER)
                .filter(chart -> metrics(chart).allMatch(read::contains) || warnsFromTheFirst(chart))
                .toList();
    }

    /** As the numbers of errors do that stand on top. */
    private static boolean warnsFromTheFirst(Panel.Chart chart) {
        return chart.thresholds().stream()
                .anyMatch(threshold -> threshold.level() == Threshold.Level.WARNING
                        && threshold.comparison() == Threshold.Comparison.ABOVE
                        && threshold.value() == 0);
    }

    private static Stream<String> metrics(Panel.Chart chart) {
        return chart.series().stream()
                .map(series -> series instanceof Series.OfMetric one ? one.metric() : series.toString());
    }

    /** One of the same condition or of the same level makes way: a figure is not red and yellow at once. */
    private static Panel.Chart coloured(Panel.Chart chart, Threshold added) {
        List<Threshold> thresholds = new ArrayList<>(chart.thresholds().stream()
                .filter(old -> old.level() != added.level()
                        && !(old.comparison() == added.comparison() && old.value() == added.value()))
                .toList());
        thresholds.add(added);
        return Charts.withThresholds(chart, thresholds);
    }

    /** Errors are bad from the first one on where nothing else is said; of other figures only people know. */
    private @Nullable Threshold threshold(Matcher matcher, Threshold.Level level, Panel.Chart chart, Section section) {
        if (matcher.group(4) != null) {
            String said = matcher.group(5) == null ? "" : matcher.group(5);
            double number = Double.parseDouble(matcher.group(4).replace(',', '.'));
            OptionalDouble value = Amount.in(said.isEmpty() ? Unit.NONE : unit(chart), number, said);
            return value.isEmpty() ? null : new Threshold(comparison(matcher.group(3)), value.getAsDouble(), level);
        }
        boolean counts = chart.whenEmpty() == Panel.Emptiness.GOOD || section.kind() == Section.Kind.ERRORS;
        return counts && level != Threshold.Level.GOOD ? new Threshold(Threshold.Comparison.ABOVE, 0, level) : null;
    }

    private static Threshold.Comparison comparison(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "below", "under", "less than", "<" -> Threshold.Comparison.BELOW;
            case "<=" -> Threshold.Comparison.AT_MOST;
            case "at least", "from", ">=" -> Threshold.Comparison.AT_LEAST;
            default -> Threshold.Comparison.ABOVE;
        };
    }

    private static Threshold.Level level(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "red" -> Threshold.Level.BAD;
            case "green" -> Threshold.Level.GOOD;
            default -> Threshold.Level.WARNING;
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : String.valueOf(value);
    }

    private static String example(DashboardPlan plan) {
        List<Panel.Chart> charts = new PanelTargets(plan).charts();
        return charts.isEmpty() ? "errors" : charts.getFirst().title();
    }
}
