package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where widgets lie: all or none have a layout, inside the columns, none upon another. */
final class Layouts implements BoardRule {
    private static final int COLUMNS = 12;

    @Override
    public void check(Board board, Findings findings) {
        String type = Json.text(board.json(), "layout_type");
        String reflow = Json.text(board.json(), "reflow_type");
        boolean needed = type.equals("free") || reflow.equals("fixed");
        boolean unwanted = type.equals("ordered") && reflow.equals("auto");
        Map<String, List<Placed>> placed = new LinkedHashMap<>();
        for (Widget widget : board.widgets()) {
            JsonNode layout = widget.json().path("layout");
            if (widget.json().isMissingNode()) {
                continue;
            }
            if (unwanted && Json.has(widget.json(), "layout")) {
                findings.add(
                        Code.LAYOUT_UNWANTED,
                        widget,
                        "with reflow_type auto no widget may have a layout",
                        "remove the layout, or set reflow_type to fixed");
            } else if (needed || Json.has(widget.json(), "layout")) {
                place(widget, layout, type, findings, placed);
            }
        }
        if (!type.equals("free")) {
            placed.forEach((parent, widgets) -> Overlaps.check(parent.isEmpty(), widgets, findings));
        }
    }

    private static void place(
            Widget widget, JsonNode layout, String type, Findings findings, Map<String, List<Placed>> placed) {
        if (!Placed.isComplete(layout)) {
            findings.add(
                    Code.LAYOUT_MISSING,
                    widget,
                    "the layout is missing or not of whole numbers from 0 on",
                    "write \"layout\": {\"x\": 0, \"y\": 0, \"width\": 4, \"height\": 2}");
            return;
        }
        Placed rectangle = Placed.of(widget, layout);
        placed.computeIfAbsent(widget.parent(), any -> new ArrayList<>()).add(rectangle);
        if (!type.equals("free") && (rectangle.right() > COLUMNS || rectangle.width() < 1 || rectangle.height() < 1)) {
            findings.add(
                    Code.LAYOUT_OUTSIDE,
                    widget,
                    "it spans the columns " + rectangle.x() + " to " + rectangle.right() + " of " + COLUMNS,
                    "keep x + width within " + COLUMNS + ", and width and height at 1 at least");
        }
    }
}
