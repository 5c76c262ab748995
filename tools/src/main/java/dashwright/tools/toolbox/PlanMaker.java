package dashwright.tools.toolbox;

import dashwright.catalog.Catalog;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Edited;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanEdits;
import dashwright.dashboards.plan.Problem;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes and changes plans: wholly, or not at all with everything that is wrong. */
final class PlanMaker {
    private static final Duration USUAL_WINDOW = Duration.ofHours(4);
    private static final Pattern PANEL = Pattern.compile("sections\\[(\\d+)]\\.panels\\[(\\d+)](.*)");

    private final CatalogGuard guard;

    PlanMaker(Knowledge knowledge) {
        this.guard = new CatalogGuard(knowledge);
    }

    /**
     * A plan of these panels.
     *
     * @param before what was planned before, whose variables and links stay; null for none
     */
    DashboardPlan make(
            String title,
            String request,
            @Nullable Duration window,
            List<PanelRequest> wanted,
            @Nullable DashboardPlan before) {
        guard.prepare(wanted);
        refuseUnknown(wanted);
        PanelMaker maker = new PanelMaker(guard.catalog());
        List<Sections.Placed> placed = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (PanelRequest panel : wanted) {
            Section.Kind kind = Sections.kind(panel).orElse(null);
            if (kind == null) {
                problems.add(panel.place() + ".section cannot be '" + panel.section() + "'; use one of "
                        + String.join(", ", PanelReader.words(Section.Kind.class)));
            } else {
                String id = PanelMaker.id(panel.title(), ids);
                ids.add(id);
                placed.add(new Sections.Placed(kind, maker.make(id, panel, kind)));
            }
        }
        Arguments.refuse(problems);
        DashboardPlan plan = new DashboardPlan(
                title,
                "Asked for: " + request,
                window != null ? window : before != null ? before.window() : USUAL_WINDOW,
                before == null ? variables(wanted) : before.variables(),
                Sections.arrange(placed),
                before == null ? List.of() : before.links());
        refuse(plan, problems(plan), List.of());
        return plan;
    }

    /** The plan after its edits. */
    DashboardPlan change(DashboardPlan plan, List<EditRequest> wanted) {
        List<PanelRequest> panels = EditRequest.panels(wanted);
        guard.prepare(panels);
        refuseUnknown(panels);
        List<PlanEdit> edits = new EditMaker(plan, new PanelMaker(guard.catalog())).edits(wanted);
        Edited edited = PlanEdits.apply(plan, edits);
        Arguments.refuse(edited.problems().stream()
                .filter(problem -> problem.place().startsWith("edits["))
                .map(problem -> problem.message() + " " + problem.fix())
                .toList());
        DashboardPlan tidy = withoutEmptySections(edited.plan());
        refuse(tidy, problems(tidy), problems(plan));
        return tidy;
    }

    private void refuseUnknown(List<PanelRequest> panels) {
        Arguments.refuse(
                panels.stream().flatMap(panel -> guard.problems(panel).stream()).toList());
    }

    private List<Problem> problems(DashboardPlan plan) {
        return Composer.compose(plan, guard.catalog()).problems();
    }

    /** Places shift as panels come and go, so what was wrong before is known by its code and message. */
    private static void refuse(DashboardPlan plan, List<Problem> problems, List<Problem> before) {
        List<String> known = before.stream().map(PlanMaker::identity).toList();
        Arguments.refuse(problems.stream()
                .filter(problem -> !known.contains(identity(problem)))
                .map(problem -> at(plan, problem.place()) + ": " + problem.message() + " " + problem.fix())
                .toList());
    }

    private static String identity(Problem problem) {
        return problem.code() + " " + problem.message();
    }

    /** A place in a plan, by the panel's id, which is what a model knows. */
    private static String at(DashboardPlan plan, String place) {
        Matcher panel = PANEL.matcher(place);
        return panel.matches()
                ? "panel "
                        + plan.sections()
                                .get(Integer.parseInt(panel.group(1)))
                                .panels()
                                .get(Integer.parseInt(panel.group(2)))
                                .id()
                        + panel.group(3)
                : "the board's " + place;
    }

    private static DashboardPlan withoutEmptySections(DashboardPlan plan) {
        return new DashboardPlan(
                plan.title(),
                plan.description(),
                plan.window(),
                plan.variables(),
                plan.sections().stream()
                        .filter(section -> !section.panels().isEmpty())
                        .toList(),
                plan.links());
    }

    /** A choice of environments, where something on the board has them. */
    private List<TemplateVariable> variables(List<PanelRequest> panels) {
        Catalog catalog = guard.catalog();
        boolean hasEnvironments = panels.stream()
                .flatMap(panel -> panel.metrics().stream())
                .anyMatch(name -> catalog.metric(name)
                        .map(metric -> metric.tags().keys().contains("env"))
                        .orElse(false));
        return hasEnvironments ? List.of(new TemplateVariable("env", "env", List.of("*"))) : List.of();
    }
}
