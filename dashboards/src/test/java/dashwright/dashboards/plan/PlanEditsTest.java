package dashwright.dashboards.plan;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanEditsTest {
    private static final Chart ONE = chart("one", Shape.LINE, metric("app.one", Measure.LATEST));
    private static final Chart TWO = chart("two", Shape.LINE, metric("app.two", Measure.LATEST));
    private static final Chart NEW = chart("new", Shape.LINE, metric("app.new", Measure.LATEST));
    private static final DashboardPlan PLAN = board(ONE, TWO);

    @Test
    void addsAPanelAtTheEndOrBeforeAnother() {
        assertThat(panels(new AddPanel("main", NEW, null))).containsExactly("one", "two", "new");
        assertThat(panels(new AddPanel("main", NEW, "two"))).containsExactly("one", "new", "two");
    }

    @Test
    void removesAPanel() {
        assertThat(panels(new RemovePanel("one"))).containsExactly("two");
    }

    @Test
    void replacesAPanelUnderItsOldId() {
        Edited edited = apply(new ReplacePanel("one", NEW));

        assertThat(edited.problems()).isEmpty();
        assertThat(edited.plan().panels()).extracting(Panel::id).containsExactly("one", "two");
        assertThat(((Chart) edited.plan().panels().getFirst()).series()).isEqualTo(NEW.series());
    }

    @Test
    void movesAPanelWithinItsSectionAndToAnother() {
        assertThat(panels(new MovePanel("two", "main", "one"))).containsExactly("two", "one");
        assertThat(panels(new MovePanel("one", "main", null))).containsExactly("two", "one");
        assertThat(panels(new MovePanel("one", "main", "one"))).containsExactly("one", "two");
        Edited edited = apply(
                new AddSection(new Section("more", "More", Section.Kind.ERRORS, List.of()), "main"),
                new MovePanel("one", "more", null));
        assertThat(edited.problems()).isEmpty();
        assertThat(edited.plan().sections().getFirst().panels()).containsExactly(ONE);
        assertThat(edited.plan().sections().getLast().panels()).containsExactly(TWO);
    }

    @Test
    void changesTitlesWindowsAndShapes() {
        Edited edited = apply(
                new RetitleBoard("Other"),
                new SetWindow(Duration.ofDays(1)),
                new RetitleSection("main", "Section"),
                new RetitlePanel("one", "First"),
                new ReshapePanel("one", Shape.BARS),
                new SetPanelWindow("two", Duration.ofHours(1)));

        assertThat(edited.problems()).isEmpty();
        assertThat(edited.plan().title()).isEqualTo("Other");
        assertThat(edited.plan().window()).isEqualTo(Duration.ofDays(1));
        assertThat(edited.plan().sections().getFirst().title()).isEqualTo("Section");
        Chart one = (Chart) edited.plan().panels().getFirst();
        assertThat(one.title()).isEqualTo("First");
        assertThat(one.shape()).isEqualTo(Shape.BARS);
        assertThat(((Chart) edited.plan().panels().getLast()).window()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void removesASectionWithItsPanels() {
        Edited edited = apply(
                new AddSection(new Section("more", "More", Section.Kind.DETAIL, List.of(NEW)), null),
                new RemoveSection("main"));

        assertThat(edited.problems()).isEmpty();
        assertThat(edited.plan().panels()).containsExactly(NEW);
    }

    @Test
    void leavesOutWhatCannotBeDoneAndDoesTheRest() {
        Edited edited = apply(new RemovePanel("three"), new RetitleBoard("Other"), new AddPanel("nowhere", NEW, null));

        assertThat(edited.plan())
                .isEqualTo(new DashboardPlan("Other", "", PLAN.window(), List.of(), PLAN.sections(), List.of()));
        assertThat(edited.problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("edit-target", "edits[0]"),
                        org.assertj.core.groups.Tuple.tuple("edit-target", "edits[2]"));
        assertThat(edited.problems().getFirst().fix()).contains("one, two");
    }

    @Test
    void keepsAPanelThatCannotBeMovedWhereItWas() {
        Edited edited = apply(new MovePanel("one", "nowhere", null));

        assertThat(edited.plan()).isEqualTo(PLAN);
        assertThat(edited.problems()).hasSize(1);
    }

    @Test
    void doesNotRetitleANote() {
        Edited edited =
                PlanEdits.apply(board(new Note("words", "Hello"), ONE), List.of(new RetitlePanel("words", "x")));

        assertThat(edited.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("one"));
    }

    @Test
    void reportsWhatAnEditBrokeButNotWhatWasBrokenBefore() {
        DashboardPlan broken = board(ONE, new Note("words", ""));

        Edited edited = PlanEdits.apply(
                broken, List.of(new ReshapePanel("one", Shape.TOP_LIST), new AddPanel("main", NEW, "one")));

        assertThat(edited.problems()).extracting(Problem::code).containsExactly("shape-not-split");
    }

    @Test
    void readsEveryEdit() throws Exception {
        String panel =
                "{\"id\": \"new\", \"title\": \"Panel new\", \"series\": [{\"metric\": \"app.new\", \"measure\": \"latest\"}]}";
        String edits = """
                [{"edit": "retitle_board", "title": "Other"},
                 {"edit": "set_window", "window": "1d"},
                 {"edit": "set_panel_window", "panel": "one", "window": "1h"},
                 {"edit": "set_panel_window", "panel": "one"},
                 {"edit": "add_section", "section": {"id": "more", "title": "More"}, "before": "main"},
                 {"edit": "remove_section", "section": "more"},
                 {"edit": "retitle_section", "section": "main", "title": "Section"},
                 {"edit": "add_panel", "section": "main", "panel": %s, "before": "one"},
                 {"edit": "remove_panel", "panel": "one"},
                 {"edit": "replace_panel", "panel": "one", "with": %s},
                 {"edit": "retitle_panel", "panel": "one", "title": "First"},
                 {"edit": "reshape_panel", "panel": "one", "shape": "bars"},
                 {"edit": "move_panel", "panel": "one", "section": "main"}]
                """.formatted(panel, panel);

        assertThat(PlanCodec.readEdits(new ObjectMapper().readTree(edits)))
                .containsExactly(
                        new RetitleBoard("Other"),
                        new SetWindow(Duration.ofDays(1)),
                        new SetPanelWindow("one", Duration.ofHours(1)),
                        new SetPanelWindow("one", null),
                        new AddSection(new Section("more", "More", Section.Kind.DETAIL, List.of()), "main"),
                        new RemoveSection("more"),
                        new RetitleSection("main", "Section"),
                        new AddPanel("main", NEW, "one"),
                        new RemovePanel("one"),
                        new ReplacePanel("one", NEW),
                        new RetitlePanel("one", "First"),
                        new ReshapePanel("one", Shape.BARS),
                        new MovePanel("one", "main", null));
    }

    @Test
    void refusesEditsThatAreNone() throws Exception {
        JsonNode edits = new ObjectMapper().readTree("""
                        [{"edit": "paint_panel", "panel": "one"}, {"panel": "one"}, {"edit": "set_window"},
                         {"edit": "add_panel", "section": "main", "panel": {"id": "x"}}, 7]
                        """);
        PlanFormatException refused = catchThrowableOfType(PlanFormatException.class, () -> PlanCodec.readEdits(edits));

        assertThat(refused.problems())
                .extracting(Problem::place)
                .contains("edits[0].edit", "edits[1]", "edits[2]", "edits[3].panel", "edits[4]");
        assertThat(refused.problems().getFirst().fix()).contains("retitle_panel");
    }

    private static Edited apply(PlanEdit... edits) {
        return PlanEdits.apply(PLAN, List.of(edits));
    }

    private static List<String> panels(PlanEdit edit) {
        Edited edited = apply(edit);
        assertThat(edited.problems()).isEmpty();
        return edited.plan().panels().stream().map(Panel::id).toList();
    }
}
