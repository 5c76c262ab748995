package dashwright.dashboards.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What every composed layout must keep. */
final class LayoutAssertions {
    private LayoutAssertions() {}

    /** No overlap, nothing outside 12 columns, no gap in any row, and groups as high as what they hold. */
    static void assertFilled(JsonNode widgets) {
        Set<Integer> taken = new HashSet<>();
        int bottom = 0;
        for (JsonNode widget : widgets) {
            JsonNode layout = widget.path("layout");
            int right = layout.path("x").asInt(-1) + layout.path("width").asInt();
            int end = layout.path("y").asInt(-1) + layout.path("height").asInt();
            assertThat(layout.path("x").asInt(-1)).isNotNegative();
            assertThat(right).isLessThanOrEqualTo(Cell.COLUMNS);
            assertThat(layout.path("height").asInt()).isPositive();
            for (int y = layout.path("y").asInt(-1); y < end; y++) {
                for (int x = layout.path("x").asInt(); x < right; x++) {
                    assertThat(taken.add(y * Cell.COLUMNS + x))
                            .as("%s overlaps", layout)
                            .isTrue();
                }
            }
            bottom = Math.max(bottom, end);
            if (widget.at("/definition/type").asText().equals("group")) {
                JsonNode inside = widget.at("/definition/widgets");
                assertFilled(inside);
                assertThat(layout.path("height").asInt()).isEqualTo(bottomOf(inside) + 1);
            }
        }
        assertThat(taken).as("every cell above the bottom is taken").hasSize(bottom * Cell.COLUMNS);
    }

    private static int bottomOf(JsonNode widgets) {
        int bottom = 0;
        for (JsonNode widget : widgets) {
            bottom = Math.max(
                    bottom,
                    widget.at("/layout/y").asInt() + widget.at("/layout/height").asInt());
        }
        return bottom;
    }
}
