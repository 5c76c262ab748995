package dashwright.lab.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.lab.model.Conversation.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that does what the request says, by the tools' results alone: drafts a board, or changes the draft there is. */
final class StandardScript {
    private static final String FIND_METRICS = "find_metrics";
    private static final String FIND_SPANS = "find_spans";
    private static final String DRAFT = "draft_dashboard";
    private static final int MOST_QUOTED = 300;

    private StandardScript() {}

    static Turn next(Conversation conversation) {
        String request = conversation.request();
        if (request.isEmpty()) {
            return Turn.text("Nothing was requested.");
        }
        if (!conversation.draft().isEmpty() && conversation.offers(RevisingScript.TOOL)) {
            return RevisingScript.next(conversation);
        }
        Optional<String> drafted = conversation.results().stream()
                .filter(result -> result.tool().equals(DRAFT))
                .map(ToolResult::text)
                .reduce((first, second) -> second);
        if (drafted.isPresent()) {
            return Turn.text(conclusion(drafted.get()));
        }
        List<Turn.Call> searches = searches(conversation, request);
        if (conversation.turns() == 0 && !searches.isEmpty()) {
            return new Turn.Calls("", searches);
        }
        return conversation.offers(DRAFT)
                ? Turn.call(DRAFT, arguments("request", request))
                : Turn.text("No dashboard was drafted: there is no tool for it.");
    }

    private static List<Turn.Call> searches(Conversation conversation, String request) {
        List<Turn.Call> calls = new ArrayList<>();
        for (String tool : List.of(FIND_METRICS, FIND_SPANS)) {
            if (conversation.offers(tool)) {
                calls.add(new Turn.Call(tool, arguments("text", request)));
            }
        }
        return calls;
    }

    static String conclusion(String result) {
        String kind = result.strip().split("\\W", 2)[0];
        return switch (kind) {
            case "DRAFT" -> "The draft is ready to be looked at.";
            case "GAP" -> "No dashboard was drafted, because the catalog has nothing for this. " + quoted(result);
            case "QUESTION" -> "No dashboard was drafted yet, because a question is open. " + quoted(result);
            case "ERROR" -> "No dashboard was drafted, because drafting failed. " + quoted(result);
            default -> "It is not known whether a dashboard was drafted. " + quoted(result);
        };
    }

    private static String quoted(String result) {
        String line = result.lines().findFirst().orElse("").strip();
        return "The tool says: " + (line.length() > MOST_QUOTED ? line.substring(0, MOST_QUOTED) + "…" : line);
    }

    private static String arguments(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }
}
