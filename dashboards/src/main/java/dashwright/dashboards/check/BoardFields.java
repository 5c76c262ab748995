package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Title, layout type, widgets and time frame of the board. */
final class BoardFields implements BoardRule {
    private static final Set<String> LAYOUTS = Set.of("ordered", "free");
    private static final Set<String> REFLOWS = Set.of("auto", "fixed");

    @Override
    public void check(Board board, Findings findings) {
        JsonNode json = board.json();
        if (!json.isObject()) {
            findings.add(Code.BOARD_MALFORMED, "this is not a dashboard but something else", "give a JSON object");
            return;
        }
        if (Json.text(json, "title").isBlank()) {
            findings.add(Code.BOARD_MALFORMED, "the board has no title", "add a title");
        }
        if (!json.path("widgets").isArray()) {
            findings.add(Code.BOARD_MALFORMED, "the board has no list of widgets", "add \"widgets\": []");
        }
        if (!LAYOUTS.contains(Json.text(json, "layout_type"))) {
            findings.add(
                    Code.BOARD_MALFORMED,
                    "layout_type is " + shown(json.path("layout_type")),
                    "set layout_type to ordered or free");
        }
        checkReflow(json, findings);
        if (Json.has(json, "default_timeframe") && !TimeSpans.isReadable(json.path("default_timeframe"))) {
            findings.add(
                    Code.TIME_UNKNOWN,
                    "default_timeframe is none that Datadog knows",
                    "write {\"type\": \"live\", \"unit\": \"hour\", \"value\": 4}");
        }
    }

    private static void checkReflow(JsonNode json, Findings findings) {
        if (Json.has(json, "reflow_type") && !REFLOWS.contains(Json.text(json, "reflow_type"))) {
            findings.add(
                    Code.FIELD_REFUSED,
                    "reflow_type is " + shown(json.path("reflow_type")),
                    "set reflow_type to fixed (each widget has a layout) or auto (none has)");
        }
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? Texts.quoted(value.asText()) : value.isMissingNode() ? "missing" : "not a text";
    }
}
