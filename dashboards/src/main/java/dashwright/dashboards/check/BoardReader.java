package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Reads whatever of a tree is a dashboard; what is not is left out here and reported by the rules on form. */
final class BoardReader {
    /** Datadog allows one level of groups; deeper ones are still read so that each is reported. */
    private static final int MAX_LEVELS = 8;

    private final List<Widget> widgets = new ArrayList<>();

    private BoardReader() {}

    static Board read(JsonNode dashboard) {
        BoardReader reader = new BoardReader();
        reader.readAll(dashboard.path("widgets"), "", "", 0);
        return new Board(dashboard, reader.widgets, variables(dashboard));
    }

    private void readAll(JsonNode list, String parent, String section, int level) {
        if (!list.isArray() || level > MAX_LEVELS) {
            return;
        }
        String prefix = parent.isEmpty() ? "" : parent + ".";
        for (int index = 0; index < list.size(); index++) {
            JsonNode json = list.path(index);
            read(prefix + "widgets[" + index + "]", parent, section, json, json.path("definition"), level);
        }
    }

    private void read(String place, String parent, String section, JsonNode json, JsonNode definition, int level) {
        String title = Json.text(definition, "title");
        String type = Json.text(definition, "type");
        List<Request> requests = RequestReader.read(definition.path("requests"));
        widgets.add(new Widget(place, parent, section, json, definition, type, title, requests));
        readAll(definition.path("widgets"), place, title, level + 1);
        JsonNode repeated = definition.path("source_widget_definition");
        if (repeated.isObject() && level < MAX_LEVELS) {
            read(place + ".source", place, section, MissingNode.getInstance(), repeated, level + 1);
        }
    }

    private static List<Variable> variables(JsonNode dashboard) {
        List<Variable> variables = new ArrayList<>();
        for (JsonNode json : Json.list(dashboard, "template_variables")) {
            String name = Json.text(json, "name");
            if (!name.isBlank()) {
                variables.add(new Variable(name, Json.text(json, "prefix"), defaults(json)));
            }
        }
        return variables;
    }

    private static List<String> defaults(JsonNode variable) {
        List<String> defaults = Json.texts(variable, "defaults");
        String old = Json.text(variable, "default");
        return defaults.isEmpty() && !old.isEmpty() ? List.of(old) : defaults;
    }
}
