package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The definition, its type, and the fields that the type needs or refuses. */
final class WidgetFields implements WidgetRule {
    /** Datadog answered 400 to notes with these. */
    private static final List<String> NOT_ON_NOTES = List.of("title", "description", "title_size");

    private static final Set<String> VEGA = Set.of("vega", "vega-lite");

    @Override
    public void check(Widget widget, Findings findings) {
        if (widget.type().isBlank()) {
            findings.add(
                    Code.WIDGET_MALFORMED,
                    widget,
                    widget.definition().isObject() ? "the definition has no type" : "the widget has no definition",
                    "write {\"definition\": {\"type\": \"timeseries\", …}}");
            return;
        }
        Optional<WidgetForms.Form> form = WidgetForms.of(widget.type());
        form.ifPresentOrElse(known -> checkFields(widget, known, findings), () -> checkUnknown(widget, findings));
        checkTime(widget, findings);
    }

    private static void checkUnknown(Widget widget, Findings findings) {
        if (widget.type().equals("pie")) {
            findings.add(Code.TYPE_REFUSED, widget, "there is no widget type pie", "use sunburst");
        } else {
            findings.add(
                    Code.TYPE_NOT_CHECKED,
                    widget,
                    "the type " + Texts.quoted(widget.type()) + " is not known here: its form was not checked",
                    "look at it in Datadog");
        }
    }

    private static void checkFields(Widget widget, WidgetForms.Form form, Findings findings) {
        for (String field : form.fields()) {
            if (!Json.has(widget.definition(), field)) {
                findings.add(
                        Code.FIELD_MISSING,
                        widget,
                        "a widget of type " + widget.type() + " needs " + field,
                        "add " + field);
            }
        }
        switch (widget.type()) {
            case "note" -> checkNote(widget, findings);
            case "group" -> checkGroup(widget, findings);
            case "wildcard" -> checkWildcard(widget, findings);
            default -> {}
        }
    }

    private static void checkNote(Widget widget, Findings findings) {
        for (String field : NOT_ON_NOTES) {
            if (widget.definition().has(field)) {
                findings.add(
                        Code.FIELD_REFUSED, widget, "a note has no " + field, "write it as the first line of content");
            }
        }
    }

    private static void checkGroup(Widget widget, Findings findings) {
        if (!Json.text(widget.definition(), "layout_type").equals("ordered")) {
            findings.add(Code.FIELD_REFUSED, widget, "a group's layout_type is always ordered", "set it to ordered");
        }
        if (Json.has(widget.definition(), "widgets")
                && !widget.definition().path("widgets").isArray()) {
            findings.add(Code.FIELD_MISSING, widget, "the group's widgets are not a list", "write a list of widgets");
        }
    }

    private static void checkWildcard(Widget widget, Findings findings) {
        JsonNode specification = widget.definition().path("specification");
        if (!VEGA.contains(Json.text(specification, "type"))) {
            findings.add(
                    Code.FIELD_MISSING, widget, "specification.type is neither vega nor vega-lite", "add the type");
        }
        if (!specification.path("contents").isObject()) {
            findings.add(
                    Code.FIELD_MISSING,
                    widget,
                    "specification.contents is not a Vega specification",
                    "put the specification under contents");
        }
    }

    private static void checkTime(Widget widget, Findings findings) {
        JsonNode time = widget.definition().path("time");
        if (!time.isMissingNode() && !time.isNull() && !TimeSpans.isReadable(time)) {
            findings.add(
                    Code.TIME_UNKNOWN,
                    widget,
                    "its time span is none that Datadog knows",
                    "write {\"live_span\": \"4h\"}; known are " + TimeSpans.known());
        }
    }
}
