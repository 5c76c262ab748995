package dashwright.dashboards.plan;

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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One edit's tree to the edit: its field {@code edit} names it, the others are its parts. */
final class PlanEditReader {
    /** How the edits are called, in lower case. */
    private enum Kind {
        RETITLE_BOARD,
        SET_WINDOW,
        SET_PANEL_WINDOW,
        ADD_SECTION,
        REMOVE_SECTION,
        RETITLE_SECTION,
        ADD_PANEL,
        REMOVE_PANEL,
        REPLACE_PANEL,
        RETITLE_PANEL,
        RESHAPE_PANEL,
        MOVE_PANEL
    }

    private PlanEditReader() {}

    /** The edit; empty where it cannot be read, which is then among the problems. */
    static Optional<PlanEdit> edit(Fields fields) {
        boolean named = fields.has("edit");
        Kind kind = fields.word("edit", Kind.class);
        if (!named) {
            return Optional.empty();
        }
        Optional<PlanEdit> edit = edit(kind, fields);
        fields.finish();
        return edit;
    }

    private static Optional<PlanEdit> edit(Kind kind, Fields fields) {
        return switch (kind) {
            case RETITLE_BOARD -> Optional.of(new RetitleBoard(fields.text("title")));
            case SET_WINDOW ->
                Optional.of(new SetWindow(Objects.requireNonNullElse(window(fields), PlanReader.DEFAULT_WINDOW)));
            case SET_PANEL_WINDOW ->
                Optional.of(new SetPanelWindow(fields.text("panel"), fields.window("window", null)));
            case ADD_SECTION ->
                Optional.of(new AddSection(PlanReader.section(fields.inner("section")), before(fields)));
            case REMOVE_SECTION -> Optional.of(new RemoveSection(fields.text("section")));
            case RETITLE_SECTION -> Optional.of(new RetitleSection(fields.text("section"), fields.text("title")));
            case ADD_PANEL -> {
                String section = fields.text("section");
                String before = before(fields);
                yield PlanReader.panel(fields.inner("panel")).map(panel -> new AddPanel(section, panel, before));
            }
            case REMOVE_PANEL -> Optional.of(new RemovePanel(fields.text("panel")));
            case REPLACE_PANEL -> {
                String id = fields.text("panel");
                yield PlanReader.panel(fields.inner("with")).map(panel -> new ReplacePanel(id, panel));
            }
            case RETITLE_PANEL -> Optional.of(new RetitlePanel(fields.text("panel"), fields.text("title")));
            case RESHAPE_PANEL ->
                Optional.of(new ReshapePanel(fields.text("panel"), fields.word("shape", Panel.Shape.class)));
            case MOVE_PANEL -> Optional.of(new MovePanel(fields.text("panel"), fields.text("section"), before(fields)));
        };
    }

    private static @Nullable Duration window(Fields fields) {
        if (!fields.has("window")) {
            fields.text("window");
            return null;
        }
        return fields.window("window", null);
    }

    private static @Nullable String before(Fields fields) {
        return fields.has("before") ? fields.text("before") : null;
    }
}
