package dashwright.tools.toolbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small change as a model asks for it.
 *
 * @param place where it stands among the arguments
 * @param id a panel's or a section's id, empty for the board
 * @param panel the panel to add, or to put in the place of another; null for none
 * @param section the section to move to, empty for none
 * @param before the panel that it goes before, empty for the end
 */
record EditRequest(
        String place,
        Kind kind,
        String id,
        @Nullable PanelRequest panel,
        String title,
        @Nullable Duration window,
        String section,
        String before) {
    /** What a change does. */
    enum Kind {
        ADD,
        REMOVE,
        REPLACE,
        RETITLE,
        WINDOW,
        MOVE
    }

    static EditRequest read(Arguments edit) {
        Kind kind = PanelReader.word(edit, "do", Kind.class);
        if (kind == null) {
            edit.problem("do", "must be one of " + String.join(", ", PanelReader.words(Kind.class)));
        }
        Arguments panel = edit.object("panel");
        EditRequest request = new EditRequest(
                edit.place(),
                Objects.requireNonNullElse(kind, Kind.RETITLE),
                edit.optional("id", 64),
                panel == null ? null : PanelReader.read(panel),
                edit.optional("title", 120),
                PanelReader.window(edit, "window"),
                edit.optional("section", 64),
                edit.optional("before", 64));
        if (kind != null) {
            request.checkParts(edit);
        }
        return request;
    }

    static List<PanelRequest> panels(List<EditRequest> edits) {
        return edits.stream()
                .map(EditRequest::panel)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private void checkParts(Arguments edit) {
        boolean takesPanel = kind == Kind.ADD || kind == Kind.REPLACE;
        if (takesPanel != (panel != null)) {
            edit.problem("panel", takesPanel ? "is missing" : "does not belong to " + PanelReader.wordOf(kind));
        }
        if (kind == Kind.RETITLE && title.isEmpty()) {
            edit.problem("title", "is missing");
        }
        if (id.isEmpty() && (kind == Kind.REMOVE || kind == Kind.REPLACE || kind == Kind.MOVE)) {
            edit.problem("id", "is missing");
        }
        if (kind == Kind.WINDOW && window == null && id.isEmpty()) {
            edit.problem("window", "is missing");
        }
    }
}
