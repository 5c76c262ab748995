package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Catalog;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.PlanProblems;
import dashwright.dashboards.plan.Problem;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.TemplateVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns plans into Datadog dashboards.
 *
 * <p>A metric is aggregated by its type in the catalog. One that the catalog does not have is composed as one of unknown
 * type: to say so is the work of the check, which looks at the outcome.
 */
public final class Composer {
    private final DashboardPlan plan;
    private final Catalog catalog;
    private final Map<String, Duration> recent;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final ArrayNode widgets = JsonNodeFactory.instance.arrayNode();
    private int y;

    private Composer(DashboardPlan plan, Catalog catalog, Map<String, Duration> recent) {
        this.plan = plan;
        this.catalog = catalog;
        this.recent = Map.copyOf(recent);
    }

    /**
     * Composes a plan. A panel with a problem is left out of the JSON; that there is one means that the board is not what
     * was asked for.
     */
    public static Composed compose(DashboardPlan plan, Catalog catalog) {
        return compose(plan, catalog, Map.of());
    }

    /**
     * As the shorter one.
     *
     * @param recent the span of numbers that show a newest value and have no window of their own, by panel; of a longer one
     *     Datadog shows the mean of a long interval
     */
    public static Composed compose(DashboardPlan plan, Catalog catalog, Map<String, Duration> recent) {
        return new Composer(plan, catalog, recent).composed();
    }

    private Composed composed() {
        problems.addAll(PlanProblems.of(plan));
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("title", plan.title())
                .put("description", plan.description())
                .put("layout_type", "ordered")
                .put("reflow_type", "fixed");
        json.set("default_timeframe", Windows.live(plan.window()));
        json.set("template_variables", variables());
        for (int index = 0; index < plan.sections().size(); index++) {
            section(plan.sections().get(index), "sections[" + index + "]");
        }
        links();
        json.set("widgets", widgets);
        return new Composed(json, problems, places);
    }

    private ArrayNode variables() {
        ArrayNode variables = JsonNodeFactory.instance.arrayNode();
        for (TemplateVariable variable : plan.variables()) {
            ObjectNode node = variables.addObject().put("name", variable.name()).put("prefix", variable.tag());
            variable.defaults().forEach(node.putArray("defaults")::add);
        }
        return variables;
    }

    private void section(Section section, String place) {
        List<Cell> cells = SectionLayout.of(drawings(section, place));
        if (cells.isEmpty()) {
            return;
        }
        ObjectNode group = JsonNodeFactory.instance
                .objectNode()
                .put("type", "group")
                .put("title", section.title())
                .put("layout_type", "ordered")
                .put("show_title", true)
                .put("background_color", Colours.background(section.kind()));
        ArrayNode inside = group.putArray("widgets");
        for (Cell cell : cells) {
            if (!cell.panel().isEmpty()) {
                places.put(cell.panel(), "widgets[%d].widgets[%d]".formatted(widgets.size(), inside.size()));
            }
            inside.add(cell.widget());
        }
        int bottom =
                cells.stream().mapToInt(cell -> cell.y() + cell.height()).max().orElse(0);
        // A group's heading takes one row of its height.
        add(group, bottom + 1);
    }

    private void add(ObjectNode definition, int height) {
        widgets.add(new Cell("", definition, 0, y, Cell.COLUMNS, height).widget());
        y += height;
    }

    private List<Drawing> drawings(Section section, String place) {
        List<Drawing> drawings = new ArrayList<>();
        for (int index = 0; index < section.panels().size(); index++) {
            Panel panel = section.panels().get(index);
            String inner = place + ".panels[" + index + "]";
            if (problems.stream().noneMatch(problem -> problem.place().startsWith(inner + "."))) {
                drawing(panel, section.kind(), inner).ifPresent(drawings::add);
            }
        }
        return drawings;
    }

    private Optional<Drawing> drawing(Panel panel, Section.Kind kind, String place) {
        return switch (panel) {
            case Note note -> Optional.of(new Drawing(note, Notes.definition(note.text(), "white")));
            case Chart chart -> {
                PanelReport report = new PanelReport(place);
                Duration own = chart.window() == null ? recent.get(chart.id()) : chart.window();
                Duration window = Objects.requireNonNullElse(own, plan.window());
                Reading reading = new Reading(chart, window, plan.variables(), catalog);
                ObjectNode definition = ChartWidgets.definition(reading, kind, report);
                if (own != null) {
                    definition.set("time", Windows.widget(own));
                }
                problems.addAll(report.problems());
                yield report.problems().isEmpty() ? Optional.of(new Drawing(chart, definition)) : Optional.empty();
            }
        };
    }

    private void links() {
        if (!plan.links().isEmpty()) {
            String text = Notes.links(plan.links());
            add(Notes.definition(text, "white"), Notes.height(text, Cell.COLUMNS));
        }
    }
}
