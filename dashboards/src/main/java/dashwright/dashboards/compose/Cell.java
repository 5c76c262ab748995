package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A widget with its place in the grid.
 *
 * @param panel the id of the panel that it shows, empty for a widget that stands for none
 * @param x the first column, from 0
 * @param y the first row, from 0, within the group or board
 */
record Cell(String panel, ObjectNode definition, int x, int y, int width, int height) {
    /** How many columns a board and a group have. */
    static final int COLUMNS = 12;

    ObjectNode widget() {
        ObjectNode widget = JsonNodeFactory.instance.objectNode();
        widget.set("definition", definition);
        widget.putObject("layout").put("x", x).put("y", y).put("width", width).put("height", height);
        return widget;
    }
}
