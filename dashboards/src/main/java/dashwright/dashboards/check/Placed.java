package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A widget and the rectangle that it covers, in columns and rows. */
record Placed(Widget widget, int x, int y, int width, int height, boolean beginsColumn) {
    /** Far below a board of any use, far from the bounds of arithmetic. */
    private static final int MAX_ROWS = 1_000_000;

    static boolean isComplete(JsonNode layout) {
        return Stream.of("x", "y", "width", "height")
                .map(layout::path)
                .allMatch(number -> number.isIntegralNumber()
                        && number.canConvertToInt()
                        && number.intValue() >= 0
                        && number.intValue() <= MAX_ROWS);
    }

    static Placed of(Widget widget, JsonNode layout) {
        int x = layout.path("x").intValue();
        int y = layout.path("y").intValue();
        int width = layout.path("width").intValue();
        int height = layout.path("height").intValue();
        boolean beginsColumn = layout.path("is_column_break").asBoolean() || (x == 0 && y == 0);
        return new Placed(widget, x, y, width, height, beginsColumn);
    }

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    boolean covers(Placed other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
