package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.check.WidgetForms.Requests;
import java.util.Map;

/** How many requests there are, in what shape, and that each asks for something in a form that the widget can draw. */
final class WidgetRequests implements WidgetRule {
    private static final Map<String, String> RESPONSE_FORMATS = Map.of(
            "timeseries", "timeseries",
            "query_value", "scalar",
            "toplist", "scalar",
            "query_table", "scalar",
            "sunburst", "scalar",
            "treemap", "scalar",
            "change", "scalar",
            "list_stream", "event_list");

    @Override
    public void check(Widget widget, Findings findings) {
        WidgetForms.of(widget.type()).map(WidgetForms.Form::requests).ifPresent(needed -> {
            if (needed == Requests.OBJECT) {
                checkObject(widget, findings);
            } else if (needed != Requests.NONE) {
                checkList(widget, needed, findings);
            }
        });
    }

    private static void checkObject(Widget widget, Findings findings) {
        if (!widget.definition().path("requests").isObject()) {
            findings.add(
                    Code.REQUESTS_WRONG,
                    widget,
                    "the requests of a " + widget.type() + " are an object",
                    widget.type().equals("hostmap") ? "write {\"fill\": {…}}" : "write {\"x\": {…}, \"y\": {…}}");
        }
    }

    private static void checkList(Widget widget, Requests needed, Findings findings) {
        JsonNode requests = widget.definition().path("requests");
        if (!requests.isArray() || !needed.allows(requests.size())) {
            findings.add(
                    Code.REQUESTS_WRONG,
                    widget,
                    "a " + widget.type() + " needs " + number(needed) + ", this one has " + found(requests),
                    fix(needed, requests));
        }
        for (Request request : widget.requests()) {
            checkRequest(widget, request, findings);
        }
    }

    private static void checkRequest(Widget widget, Request request, Findings findings) {
        boolean asks =
                !request.queries().isEmpty() || request.json().path("query").isObject();
        boolean asksOtherwise =
                request.json().has("request_type") || request.json().has("sql_query");
        if (!asks && !asksOtherwise) {
            findings.add(
                    Code.REQUEST_EMPTY,
                    widget,
                    request.place() + " has no query",
                    "add queries, or remove the request");
        }
        String format = Json.text(request.json(), "response_format");
        String wanted = RESPONSE_FORMATS.getOrDefault(widget.type(), format);
        if (!format.isEmpty() && !format.equals(wanted)) {
            findings.add(
                    Code.FIELD_REFUSED,
                    widget,
                    "a " + widget.type() + " cannot draw the response_format " + Texts.quoted(format),
                    "set response_format to " + wanted);
        }
    }

    private static String number(Requests needed) {
        return switch (needed) {
            case ONE -> "exactly one request";
            case UP_TO_TWO -> "one or two requests";
            default -> "at least one request";
        };
    }

    private static String found(JsonNode requests) {
        return requests.isArray() ? String.valueOf(requests.size()) : requests.isMissingNode() ? "none" : "no list";
    }

    private static String fix(Requests needed, JsonNode requests) {
        boolean tooMany = requests.isArray() && requests.size() > 1;
        return tooMany
                ? "make a widget of each request, or put the queries into one request with formulas"
                : "write " + (needed == Requests.ONE ? "[{…}] with one request" : "a list of requests");
    }
}
