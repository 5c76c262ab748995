package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.http.Refusal;
import java.util.List;

/** What Datadog accepts as a dashboard. */
final class BoardForm {
    private static final int MOST_TAGS = 5;
    private static final int COLUMNS = 12;

    private BoardForm() {}

    /**
     * Checks a dashboard.
     *
     * @throws Refusal with status 400 and Datadog's message where it is not accepted
     */
    static void check(JsonNode board) {
        try {
            FormSchema.require(board, "title", "layout_type", "widgets");
            FormSchema.text(board.path("title"));
            FormSchema.oneOf(board.path("layout_type"), List.of("ordered", "free"));
            FormSchema.array(board.path("widgets"));
            checkTags(board.path("tags"));
            checkVariables(board.path("template_variables"));
            checkWidgets(board);
        } catch (FormProblem problem) {
            throw Refusal.badRequest(problem.problem());
        }
    }

    private static void checkTags(JsonNode tags) {
        if (tags.isMissingNode() || tags.isNull()) {
            return;
        }
        FormSchema.size(tags, 0, MOST_TAGS);
        for (JsonNode tag : tags) {
            if (!tag.asText().matches("team:[^\\s:]+")) {
                throw new FormProblem("Invalid dashboard tag " + tag + ": only tags as team:name are allowed");
            }
        }
    }

    private static void checkVariables(JsonNode variables) {
        if (variables.isMissingNode() || variables.isNull()) {
            return;
        }
        FormSchema.array(variables);
        for (JsonNode variable : variables) {
            FormSchema.require(variable, "name");
            if (variable.hasNonNull("default") && variable.hasNonNull("defaults")) {
                throw new FormProblem("Template variable " + variable.path("name")
                        + ": 'default' and 'defaults' cannot be used together");
            }
        }
    }

    private static void checkWidgets(JsonNode board) {
        JsonNode widgets = board.path("widgets");
        for (int i = 0; i < widgets.size(); i++) {
            JsonNode widget = widgets.path(i);
            checkDefinition(widget, i);
            try {
                checkLayout(board, widget);
            } catch (FormProblem problem) {
                throw new FormProblem("Invalid widget at position " + i + ". Error: " + problem.problem() + ".");
            }
        }
    }

    private static void checkDefinition(JsonNode widget, int position) {
        JsonNode definition = widget.path("definition");
        String type = definition.path("type").asText("");
        if (!definition.isObject() || type.isEmpty()) {
            String missing = definition.isObject() ? "type" : "definition";
            throw new FormProblem(
                    "Invalid widget at position " + position + ". Error: '" + missing + "' is a required property.");
        }
        try {
            WidgetForm.check(definition, false);
        } catch (FormProblem problem) {
            throw new FormProblem("Invalid widget definition at position " + position + " of type " + type + ". Error: "
                    + problem.problem() + ".");
        }
    }

    /**
     * A free board, and an ordered one with a fixed flow, has a layout for each widget; one with an automatic flow has
     * none. A board that names no flow is fixed where its first widget has a layout.
     */
    private static void checkLayout(JsonNode board, JsonNode widget) {
        boolean placed = widget.hasNonNull("layout");
        boolean free = board.path("layout_type").asText().equals("free");
        if (board.hasNonNull("reflow_type")) {
            FormSchema.oneOf(board.path("reflow_type"), List.of("auto", "fixed"));
            if (free) {
                throw new FormProblem("'reflow_type' is only allowed on dashboards of layout_type 'ordered'");
            }
        }
        if (mustBePlaced(board, free) && !placed) {
            throw new FormProblem("'layout' is a required property");
        }
        if (!mustBePlaced(board, free) && placed) {
            throw new FormProblem("'layout' is not allowed where reflow_type is 'auto'");
        }
        if (placed) {
            checkPlace(widget.path("layout"), free);
        }
    }

    private static boolean mustBePlaced(JsonNode board, boolean free) {
        return free || isFixed(board);
    }

    /** True for an ordered board whose widgets have places of their own. */
    static boolean isFixed(JsonNode board) {
        if (board.hasNonNull("reflow_type")) {
            return board.path("reflow_type").asText().equals("fixed");
        }
        return board.path("widgets").path(0).hasNonNull("layout");
    }

    private static void checkPlace(JsonNode layout, boolean free) {
        FormSchema.require(layout, "x", "y", "width", "height");
        for (String name : List.of("x", "y", "width", "height")) {
            FormSchema.notNegative(layout.path(name));
        }
        if (!free && layout.path("x").asInt() + layout.path("width").asInt() > COLUMNS) {
            throw new FormProblem(
                    "layout reaches beyond the " + COLUMNS + " columns of an ordered dashboard: " + layout);
        }
    }
}
