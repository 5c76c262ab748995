package dashwright.tools.toolbox;

import dashwright.catalog.search.Match;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanEdits;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.Drafter;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.RequestPlanner;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import dashwright.tools.drafting.UnreadWords;
import dashwright.tools.metrics.ToolRefusal;
import dashwright.tools.toolbox.ToolAnswer.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts and revises for a session. */
final class Drafting {
    private static final int MOST_REQUEST = 2_000;
    private static final int MOST_TITLE = 120;
    private static final int MOST_PANELS = 30;
    private static final int MOST_EDITS = 20;

    private final Knowledge knowledge;
    private final RequestPlanner planner;
    private final Drafter drafter;

    Drafting(Knowledge knowledge, RequestPlanner planner, Drafter drafter) {
        this.knowledge = knowledge;
        this.planner = planner;
        this.drafter = drafter;
    }

    ToolAnswer draft(ToolSession session, Arguments arguments) {
        if (session.revises()) {
            throw new ToolRefusal("The request is about the draft that exists; change it with revise_draft, or end");
        }
        String request = arguments.text("request", MOST_REQUEST);
        String title = arguments.optional("title", MOST_TITLE);
        @Nullable Duration window = PanelReader.window(arguments, "window");
        List<PanelRequest> panels = arguments.objects("panels", MOST_PANELS).stream()
                .map(PanelReader::read)
                .toList();
        arguments.finish();
        if (panels.isEmpty()) {
            return draftFromCatalog(session, request, title, window);
        }
        session.progress().step("Drafting " + panels.size() + " panels");
        String named = title.isEmpty() ? ForeignText.clean(session.request(), MOST_TITLE) : title;
        Knowledge own = knowledge.forRequest();
        DashboardPlan plan = new PlanMaker(own).make(named, session.request(), window, panels, session.plan());
        return trial(session, new PlanningOutcome.Planned(plan, UnreadWords.of(own.unread(), plan)));
    }

    ToolAnswer revise(ToolSession session, Arguments arguments) {
        DashboardPlan plan = session.plan();
        if (plan == null) {
            throw new ToolRefusal("There is no draft yet; call draft_dashboard first");
        }
        List<EditRequest> edits = arguments.objects("edits", MOST_EDITS).stream()
                .map(EditRequest::read)
                .toList();
        if (edits.isEmpty()) {
            arguments.problem("edits", "has no entries");
        }
        arguments.finish();
        session.progress().step("Revising the draft");
        Knowledge own = knowledge.forRequest();
        DashboardPlan changed = new PlanMaker(own).change(plan, edits);
        List<String> remarks = Stream.concat(session.remarks().stream(), UnreadWords.of(own.unread(), changed).stream())
                .distinct()
                .toList();
        return trial(session, new PlanningOutcome.Planned(changed, remarks, session.findings()));
    }

    private ToolAnswer draftFromCatalog(ToolSession session, String request, String title, @Nullable Duration window) {
        session.progress().step("Planning from the catalog");
        return switch (planner.plan(request)) {
            case PlanningOutcome.Planned planned ->
                trial(
                        session,
                        new PlanningOutcome.Planned(
                                named(planned.plan(), title, window),
                                remarks(session, request, planned),
                                planned.findings()));
            case PlanningOutcome.Gap gap -> {
                session.notPlanned(gap);
                yield gap(gap);
            }
            case PlanningOutcome.Question question -> {
                session.notPlanned(question);
                yield ToolAnswer.of(
                        Kind.QUESTION,
                        "It could not be planned from the catalog: " + ForeignText.clean(question.question(), 400)
                                + " Draft it with panels if the request is clear to you, or ask the person.");
            }
        };
    }

    /** The board says what was asked for; where those are a model's words, a person should know. */
    private static List<String> remarks(ToolSession session, String request, PlanningOutcome.Planned planned) {
        List<String> remarks = new ArrayList<>(planned.remarks());
        if (!request.equalsIgnoreCase(ForeignText.clean(session.request(), MOST_REQUEST))) {
            remarks.add("The model put the request in its own words: \"" + ForeignText.clean(request, 300) + "\".");
        }
        return remarks;
    }

    private static DashboardPlan named(DashboardPlan plan, String title, @Nullable Duration window) {
        List<PlanEdit> edits = new ArrayList<>();
        if (!title.isEmpty()) {
            edits.add(new PlanEdit.RetitleBoard(title));
        }
        if (window != null) {
            edits.add(new PlanEdit.SetWindow(window));
        }
        var edited = PlanEdits.apply(plan, edits);
        Arguments.refuse(edited.problems().stream()
                .map(problem -> problem.place() + ": " + problem.message() + " " + problem.fix())
                .toList());
        return edited.plan();
    }

    private static ToolAnswer gap(PlanningOutcome.Gap gap) {
        String near = gap.nearest().stream()
                .map(Match::metric)
                .map(metric -> ForeignText.clean(metric.name(), PanelReader.MOST_NAME))
                .collect(Collectors.joining(", "));
        return ToolAnswer.of(
                Kind.GAP,
                "The catalog has nothing for: " + ForeignText.clean(String.join(", ", gap.lookedFor()), 300) + "."
                        + (near.isEmpty() ? "" : " Nearest there are: " + near + ".")
                        + " Unless find_metrics shows something that truly answers, end: the person is told of the gap.");
    }

    private ToolAnswer trial(ToolSession session, PlanningOutcome.Planned planned) {
        Draft draft = drafter.draft(planned.plan(), planned.remarks(), session.progress())
                .with(planned.findings());
        session.planned(planned, draft.report().hasErrors());
        var places = Composer.compose(planned.plan(), knowledge.catalog()).placeOfPanel();
        return ToolAnswer.of(Kind.DRAFT, DraftWords.of(draft, places));
    }
}
