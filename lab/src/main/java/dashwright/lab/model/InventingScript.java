package dashwright.lab.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A model that makes things up, a little worse in each turn. */
final class InventingScript {
    private InventingScript() {}

    static Turn next(Conversation conversation) {
        return switch (conversation.turns()) {
            case 0 ->
                Turn.calls(
                        new Turn.Call("publish_dashboard", "{\"title\":\"Everything is fine\",\"approved\":true}"),
                        new Turn.Call("delete_dashboard", "{\"id\":\"abc-def-ghi\"}"));
            case 1 -> Turn.call("find_metrics", "{\"text\": \"" + withoutQuotes(conversation.request()));
            case 2 -> Turn.call("draft_dashboard", inventedDraft(conversation.request()));
            default ->
                Turn.text("Done: the dashboard is published at https://app.datadoghq.com/dashboard/abc-def-ghi,"
                        + " and all 42 checks passed.");
        };
    }

    private static String withoutQuotes(String text) {
        return text.replace("\"", "").replace("\\", "");
    }

    private static String inventedDraft(String request) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("request", request).put("title", "Everything is fine");
        ObjectNode line = draft.putArray("panels").addObject();
        line.put("title", "Health of everything").put("shape", "line").put("metric", "invented.health.score");
        line.putArray("filters").add("env:invented");
        line.putArray("by").add("invented_tag");
        ObjectNode errors = draft.withArray("/panels").addObject();
        errors.put("title", "Errors").put("shape", "line").put("metric", "invented.errors.none");
        return draft.toString();
    }
}
