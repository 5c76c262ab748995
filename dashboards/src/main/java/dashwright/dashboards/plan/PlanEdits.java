package dashwright.dashboards.plan;

import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.PlanEdit.AddPanel;
import dashwright.dashboards.plan.PlanEdit.AddSection;
import dashwright.dashboards.plan.PlanEdit.MovePanel;
import dashwright.dashboards.plan.PlanEdit.RemovePanel;
import dashwright.dashboards.plan.PlanEdit.RemoveSection;
import dashwright.dashboards.plan.PlanEdit.ReplacePanel;
import dashwright.dashboards.plan.PlanEdit.ReshapePanel;
import dashwright.dashboards.plan.PlanEdit.RetitleBoard;
import dashwright.dashboards.plan.PlanEdit.RetitlePanel;
import dashwright.dashboards.plan.PlanEdit.RetitleSection;
import dashwright.dashboards.plan.PlanEdit.SetPanelWindow;
import dashwright.dashboards.plan.PlanEdit.SetWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies edits to plans. */
public final class PlanEdits {
    private PlanEdits() {}

    /**
     * Applies edits in their order. One that cannot be made is left out and reported; so is everything that is wrong
     * with the outcome and was not wrong before.
     */
    public static Edited apply(DashboardPlan plan, List<PlanEdit> edits) {
        List<Problem> problems = new ArrayList<>();
        DashboardPlan edited = plan;
        for (int index = 0; index < edits.size(); index++) {
            try {
                edited = apply(edited, edits.get(index));
            } catch (UnknownId unknown) {
                problems.add(unknown.at("edits[" + index + "]"));
            }
        }
        // Places shift as panels come and go, so what was wrong before is known by its code and message.
        List<String> before =
                PlanProblems.of(plan).stream().map(PlanEdits::identity).toList();
        PlanProblems.of(edited).stream()
                .filter(problem -> !before.contains(identity(problem)))
                .forEach(problems::add);
        return new Edited(edited, problems);
    }

    private static String identity(Problem problem) {
        return problem.code() + " " + problem.message();
    }

    private static DashboardPlan apply(DashboardPlan plan, PlanEdit edit) {
        return switch (edit) {
            case RetitleBoard(String title) -> with(plan, title, plan.window(), plan.sections());
            case SetWindow(Duration window) -> with(plan, plan.title(), window, plan.sections());
            case AddSection(Section section, String before) ->
                with(plan, inserted(plan.sections(), section, before == null ? -1 : sectionIndex(plan, before)));
            case RemoveSection(String id) -> with(plan, without(plan.sections(), sectionIndex(plan, id)));
            case RetitleSection(String id, String title) ->
                withSection(plan, id, section -> new Section(section.id(), title, section.kind(), section.panels()));
            case AddPanel(String section, Panel panel, String before) -> added(plan, section, panel, before);
            case RemovePanel(String id) -> removed(plan, id);
            case ReplacePanel(String id, Panel panel) -> withPanel(plan, id, old -> named(panel, old.id()));
            case MovePanel(String id, String section, String before) -> moved(plan, id, section, before);
            case RetitlePanel(String id, String title) ->
                withChart(plan, id, chart -> chart(chart, title, chart.shape(), chart.window()));
            case ReshapePanel(String id, Panel.Shape shape) ->
                withChart(plan, id, chart -> chart(chart, chart.title(), shape, chart.window()));
            case SetPanelWindow(String id, Duration window) ->
                withChart(plan, id, chart -> chart(chart, chart.title(), chart.shape(), window));
        };
    }

    private static DashboardPlan moved(DashboardPlan plan, String id, String section, @Nullable String before) {
        Panel panel = panel(plan, id);
        return id.equals(before) ? plan : added(removed(plan, id), section, panel, before);
    }

    private static DashboardPlan added(DashboardPlan plan, String id, Panel panel, @Nullable String before) {
        return withSection(plan, id, section -> {
            List<String> ids = section.panels().stream().map(Panel::id).toList();
            int index = before == null ? -1 : ids.indexOf(before);
            if (before != null && index < 0) {
                throw new UnknownId("panel", before + " in section " + id, ids);
            }
            return panels(section, inserted(section.panels(), panel, index));
        });
    }

    private static DashboardPlan removed(DashboardPlan plan, String id) {
        panel(plan, id);
        return with(
                plan,
                plan.sections().stream()
                        .map(section -> panels(
                                section,
                                section.panels().stream()
                                        .filter(panel -> !panel.id().equals(id))
                                        .toList()))
                        .toList());
    }

    private static DashboardPlan withPanel(DashboardPlan plan, String id, UnaryOperator<Panel> change) {
        panel(plan, id);
        return with(
                plan,
                plan.sections().stream()
                        .map(section -> panels(
                                section,
                                section.panels().stream()
                                        .map(panel -> panel.id().equals(id) ? change.apply(panel) : panel)
                                        .toList()))
                        .toList());
    }

    private static DashboardPlan withChart(DashboardPlan plan, String id, UnaryOperator<Chart> change) {
        List<String> charts = plan.panels().stream()
                .filter(Chart.class::isInstance)
                .map(Panel::id)
                .toList();
        if (!charts.contains(id)) {
            throw new UnknownId("chart", id, charts);
        }
        return withPanel(plan, id, panel -> change.apply((Chart) panel));
    }

    private static DashboardPlan withSection(DashboardPlan plan, String id, UnaryOperator<Section> change) {
        int index = sectionIndex(plan, id);
        List<Section> sections = new ArrayList<>(plan.sections());
        sections.set(index, change.apply(sections.get(index)));
        return with(plan, sections);
    }

    private static int sectionIndex(DashboardPlan plan, String id) {
        List<String> ids = plan.sections().stream().map(Section::id).toList();
        if (!ids.contains(id)) {
            throw new UnknownId("section", id, ids);
        }
        return ids.indexOf(id);
    }

    private static Panel panel(DashboardPlan plan, String id) {
        return plan.panels().stream()
                .filter(panel -> panel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownId(
                        "panel", id, plan.panels().stream().map(Panel::id).toList()));
    }

    private static Panel named(Panel panel, String id) {
        return switch (panel) {
            case Note note -> new Note(id, note.text());
            case Chart chart ->
                new Chart(
                        id,
                        chart.title(),
                        chart.shape(),
                        chart.series(),
                        chart.formulas(),
                        chart.thresholds(),
                        chart.window(),
                        chart.whenEmpty(),
                        chart.meaning(),
                        chart.limit());
        };
    }

    private static Chart chart(Chart chart, String title, Panel.Shape shape, @Nullable Duration window) {
        return new Chart(
                chart.id(),
                title,
                shape,
                chart.series(),
                chart.formulas(),
                chart.thresholds(),
                window,
                chart.whenEmpty(),
                chart.meaning(),
                chart.limit());
    }

    private static Section panels(Section section, List<Panel> panels) {
        return new Section(section.id(), section.title(), section.kind(), panels);
    }

    private static DashboardPlan with(DashboardPlan plan, List<Section> sections) {
        return with(plan, plan.title(), plan.window(), sections);
    }

    private static DashboardPlan with(DashboardPlan plan, String title, Duration window, List<Section> sections) {
        return new DashboardPlan(title, plan.description(), window, plan.variables(), sections, plan.links());
    }

    private static <T> List<T> inserted(List<T> items, T item, int index) {
        List<T> longer = new ArrayList<>(items);
        longer.add(index < 0 ? items.size() : index, item);
        return longer;
    }

    private static <T> List<T> without(List<T> items, int index) {
        List<T> shorter = new ArrayList<>(items);
        shorter.remove(index);
        return shorter;
    }

    /** An edit names something that is not there. */
    private static final class UnknownId extends RuntimeException {
        private final String what;
        private final String id;
        private final List<String> known;

        UnknownId(String what, String id, List<String> known) {
            super("no " + what + " " + id);
            this.what = what;
            this.id = id;
            this.known = List.copyOf(known);
        }

        Problem at(String place) {
            String fix = known.isEmpty()
                    ? "There is none."
                    : known.stream().limit(30).collect(Collectors.joining(", ", "Use one of ", "."));
            return new Problem(
                    "edit-target", place, "There is no %s %s.".formatted(what, PlanProblems.quoted(id)), fix);
        }
    }
}
