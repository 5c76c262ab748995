package dashwright.lab.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.model.Conversation.ToolResult;
import dashwright.lab.model.DraftTable.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that changes a draft by small edits where it understands what is wanted, and says that it does not where it
 * does not, as models do.
 */
final class RevisingScript {
    static final String TOOL = "revise_draft";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COURTESY =
            "^(?:(?:please|can you|could you|now|and|ok)[\\s,]+)*|[\\s,]*(?:please|thanks)?[\\s.!?]*$";
    private static final Pattern WINDOW = form(
            "(?:(?:make it|show|set|use|switch to|zoom (?:out|in) to|change)\\s+)?(?:me\\s+)?(?:the\\s+)?(?:(?:window|time range|range)\\s+(?:to\\s+)?)?"
                    + "(?:(?:for|over|to)\\s+)?(?:the\\s+)?(?:last|past)?\\s*(\\d{1,3})\\s*(m|min|minute|h|hr|hour|d|day|w|week)s?");
    private static final Pattern RENAME = form(
            "(?:(?:rename|retitle)\\s+(?:(?:it|the board|the dashboard)\\s+)?to|call it|name it)\\s+[\"“]?(.+?)[\"”]?");
    private static final Pattern RENAME_PANEL = form("rename\\s+(.+?)\\s+to\\s+[\"“]?(.+?)[\"”]?");
    private static final Pattern REMOVE = form("(?:remove|drop|delete|hide|get rid of)\\s+(.+)");
    private static final Pattern ADD_PERCENTILE =
            form("(?:add|include|also show|show also)\\s+(?:the\\s+|an?\\s+)?(p(?:50|75|90|95|99))(?:\\s+\\w+)?");
    private static final Pattern TIMED =
            Pattern.compile("(?:p\\d\\d|average) of ([\\w.]+)((?: !?[\\w.-]+:[^ ]+)*)(?: by .*| and .*)?");

    private RevisingScript() {}

    static Turn next(Conversation conversation) {
        Optional<String> revised = conversation.results().stream()
                .filter(result -> result.tool().equals(TOOL))
                .map(ToolResult::text)
                .reduce((first, second) -> second);
        if (revised.isPresent()) {
            return Turn.text(StandardScript.conclusion(revised.get()));
        }
        ArrayNode edits = edits(conversation.request().replaceAll(COURTESY, ""), DraftTable.read(conversation.draft()));
        return edits.isEmpty()
                ? Turn.text("I do not understand this as a change of the draft.")
                : Turn.call(TOOL, NODES.objectNode().set("edits", edits).toString());
    }

    private static ArrayNode edits(String said, DraftTable draft) {
        ArrayNode edits = NODES.arrayNode();
        Matcher window = WINDOW.matcher(said);
        Matcher rename = RENAME.matcher(said);
        Matcher panel = RENAME_PANEL.matcher(said);
        Matcher remove = REMOVE.matcher(said);
        Matcher percentile = ADD_PERCENTILE.matcher(said);
        if (window.matches()) {
            String unit = window.group(2).toLowerCase(Locale.ROOT).substring(0, 1);
            edits.add(edit("window").put("window", window.group(1) + unit));
        } else if (rename.matches()) {
            edits.add(edit("retitle").put("title", rename.group(1)));
        } else if (panel.matches()) {
            List<String> ids = draft.called(panel.group(1));
            if (ids.size() == 1) {
                edits.add(edit("retitle").put("id", ids.getFirst()).put("title", panel.group(2)));
            }
        } else if (remove.matches()) {
            List<String> ids = draft.called(remove.group(1));
            // Who speaks of one panel where several are called so must be asked which.
            if (ids.size() == 1 || !remove.group(1).matches("(?i).*\\b(?:panel|chart|graph|widget)")) {
                ids.forEach(id -> edits.add(edit("remove").put("id", id)));
            }
        } else if (percentile.matches()) {
            String measure = percentile.group(1).toLowerCase(Locale.ROOT);
            draft.rows().stream()
                    .map(row -> timed(row, measure))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(added -> edits.add(edit("add").set("panel", added)));
        }
        return edits;
    }

    private static ObjectNode edit(String what) {
        return NODES.objectNode().put("do", what);
    }

    /** A panel that shows a percentile of what the draft times already. */
    private static Optional<ObjectNode> timed(Row row, String measure) {
        Matcher timed = TIMED.matcher(row.reads());
        if (!timed.matches()
                || (row.reads().startsWith("average of") && !row.section().equals("latency"))) {
            return Optional.empty();
        }
        ObjectNode panel = NODES.objectNode()
                .put("title", row.title() + " (" + measure + ")")
                .put("shape", "line")
                .put("metric", timed.group(1))
                .put("measure", measure)
                .put("section", "latency");
        ArrayNode filters = panel.putArray("filters");
        for (String filter : timed.group(2).strip().split(" ", -1)) {
            if (!filter.isEmpty()) {
                filters.add(filter);
            }
        }
        return Optional.of(panel);
    }

    private static Pattern form(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }
}
