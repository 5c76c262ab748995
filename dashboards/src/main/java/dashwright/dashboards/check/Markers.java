package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The values of markers, as {@code y = 48}, {@code y > 5}, {@code 10 < y < 999}. */
final class Markers implements WidgetRule {
    private static final String NUMBER = "[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern VALUE =
            Pattern.compile("y\\s*(?:=|[<>]=?)\\s*" + NUMBER + "|" + NUMBER + "\\s*[<>]=?\\s*y\\s*[<>]=?\\s*" + NUMBER);

    @Override
    public void check(Widget widget, Findings findings) {
        for (JsonNode marker : Json.list(widget.definition(), "markers")) {
            String value = Json.text(marker, "value");
            if (!VALUE.matcher(value.strip()).matches() && !marker.has("time")) {
                findings.add(
                        Code.MARKER_UNREADABLE,
                        widget,
                        "the marker " + Texts.quoted(value) + " is not a line or a band",
                        "write y = 48, y > 5 or 10 < y < 20");
            }
        }
    }
}
