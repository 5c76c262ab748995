package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Show the errors as bars", "make throughput a line chart". */
final class ShapeEdits implements EditKind {
    private static final Map<String, Panel.Shape> SHAPES = shapes();
    private static final String SHAPE = "((?:stacked |simple |single )?(?:" + String.join("|", SHAPES.keySet())
            + "))(?: charts?| graphs?| panels?| widgets?)?(?: (?:please|instead))?";
    private static final List<Pattern> FORMS = Stream.of(
                    "(?:show|draw|display|plot|render|make|have|present)\\s+(?:me\\s+)?(.+?)\\s+(?:as|with|in)\\s+(?:an?\\s+)?"
                            + SHAPE,
                    "(?:turn|change|convert|switch|make)\\s+(.+?)\\s+(?:in)?to\\s+(?:be\\s+)?(?:an?\\s+)?" + SHAPE,
                    "(?:make)\\s+(.+?)\\s+(?:an?\\s+)?" + SHAPE,
                    "(.+?)\\s+as\\s+(?:an?\\s+)?" + SHAPE)
            .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE))
            .toList();
    private static final Pattern USE =
            Pattern.compile("use\\s+(?:an?\\s+)?" + SHAPE + "\\s+(?:for|on)\\s+(.+)", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Matcher use = USE.matcher(said);
        if (use.matches()) {
            return Optional.of(reshaped(use.group(2), use.group(1), plan));
        }
        return FORMS.stream()
                .map(form -> form.matcher(said))
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> reshaped(matcher.group(1), matcher.group(2), plan));
    }

    private static Change reshaped(String what, String word, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant meant = targets.find(what);
        if (meant.isEmpty()) {
            return new Change.Refused(targets.nothingCalled(what));
        }
        if (PanelTargets.isAmbiguous(what, meant)) {
            return new Change.Refused(
                    "Several panels fit: " + PanelTargets.titles(meant.charts()) + ". Name one of them in full.");
        }
        Panel.Shape shape = shape(word);
        List<PlanEdit> edits = meant.charts().stream()
                .<PlanEdit>map(chart -> new PlanEdit.ReshapePanel(chart.id(), shape))
                .toList();
        return Change.of(plan, edits, "Drew " + PanelTargets.titles(meant.charts()) + " as " + words(shape) + ".");
    }

    private static Panel.Shape shape(String word) {
        String bare = word.toLowerCase(Locale.ROOT).replaceFirst("^(?:stacked|simple|single) ", "");
        return SHAPES.entrySet().stream()
                .filter(entry -> bare.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    static String words(Panel.Shape shape) {
        return switch (shape) {
            case NUMBER -> "a number";
            case LINE -> "lines";
            case AREA -> "areas";
            case BARS -> "bars";
            case TOP_LIST -> "a top list";
            case TABLE -> "a table";
            case HEAT_MAP -> "a heat map";
            case DISTRIBUTION -> "a distribution";
        };
    }

    private static Map<String, Panel.Shape> shapes() {
        Map<String, Panel.Shape> shapes = new LinkedHashMap<>();
        shapes.put("lines?", Panel.Shape.LINE);
        shapes.put("time ?series", Panel.Shape.LINE);
        shapes.put("areas?", Panel.Shape.AREA);
        shapes.put("bars?", Panel.Shape.BARS);
        shapes.put("columns?", Panel.Shape.BARS);
        shapes.put("top ?-?lists?", Panel.Shape.TOP_LIST);
        shapes.put("rankings?", Panel.Shape.TOP_LIST);
        shapes.put("tables?", Panel.Shape.TABLE);
        shapes.put("heat ?-?maps?", Panel.Shape.HEAT_MAP);
        shapes.put("distributions?", Panel.Shape.DISTRIBUTION);
        shapes.put("histograms?", Panel.Shape.DISTRIBUTION);
        shapes.put("(?:big )?numbers?", Panel.Shape.NUMBER);
        shapes.put("(?:single )?values?", Panel.Shape.NUMBER);
        return shapes;
    }
}
