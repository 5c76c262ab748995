package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Comparators, values and palettes of conditional formats. */
final class ConditionalFormats implements WidgetRule {
    private static final Set<String> COMPARATORS = Set.of("=", ">", ">=", "<", "<=");

    /** {@code WidgetPalette} of Datadog's OpenAPI description. */
    private static final Set<String> PALETTES = Set.of(
            "blue",
            "custom_bg",
            "custom_image",
            "custom_text",
            "gray_on_white",
            "grey",
            "green",
            "orange",
            "red",
            "red_on_white",
            "white_on_gray",
            "white_on_green",
            "green_on_white",
            "white_on_red",
            "white_on_yellow",
            "yellow_on_white",
            "black_on_light_yellow",
            "black_on_light_green",
            "black_on_light_red");

    @Override
    public void check(Widget widget, Findings findings) {
        List<JsonNode> formats = new ArrayList<>(Json.list(widget.definition(), "conditional_formats"));
        for (Request request : widget.requests()) {
            formats.addAll(Json.list(request.json(), "conditional_formats"));
            request.formulas().forEach(formula -> formats.addAll(Json.list(formula.json(), "conditional_formats")));
        }
        formats.forEach(format -> check(widget, format, findings));
    }

    private static void check(Widget widget, JsonNode format, Findings findings) {
        String comparator = Json.text(format, "comparator");
        if (!COMPARATORS.contains(comparator)) {
            findings.add(
                    Code.FORMAT_REFUSED,
                    widget,
                    "a conditional format has the comparator " + Texts.quoted(comparator),
                    "use one of = > >= < <=");
        }
        if (!format.path("value").isNumber()) {
            findings.add(
                    Code.FORMAT_REFUSED, widget, "a conditional format has no number to compare with", "add a value");
        }
        String palette = Json.text(format, "palette");
        if (!PALETTES.contains(palette)) {
            findings.add(
                    Code.FORMAT_REFUSED,
                    widget,
                    "a conditional format has the palette " + Texts.quoted(palette),
                    "use white_on_green, white_on_yellow, white_on_red or another of Datadog's palettes");
        }
    }
}
