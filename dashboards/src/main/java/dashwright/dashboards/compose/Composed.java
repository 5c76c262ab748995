package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.Problem;
import java.util.List;
import java.util.Map;

/**
 * A plan in Datadog's form.
 *
 * @param json the dashboard; it holds every panel that could be composed
 * @param problems what is wrong with the others: a board with any of these is not what was asked for
 * @param placeOfPanel for each panel in the JSON, by its id, the place of its widget: {@code widgets[1].widgets[0]} is the
 *     first widget of the group that is the board's second
 */
public record Composed(ObjectNode json, List<Problem> problems, Map<String, String> placeOfPanel) {
    public Composed {
        json = json.deepCopy();
        problems = List.copyOf(problems);
        placeOfPanel = Map.copyOf(placeOfPanel);
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }
}
