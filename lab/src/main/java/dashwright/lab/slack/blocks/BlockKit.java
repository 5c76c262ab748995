package dashwright.lab.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Says what Slack would say of blocks, and fills in what Slack fills in. */
public final class BlockKit {
    /**
     * The most characters that the texts of all blocks of a message may have together. Slack documents no number;
     * refusals with {@code msg_blocks_too_long} were measured from 13,172 characters on (slackapi/bolt-js issue 2509).
     */
    public static final int LONGEST_MESSAGE = 13_200;

    private static final Set<String> INTERACTIVE_HOLDERS = Set.of("elements", "accessory", "element");

    private BlockKit() {}

    /**
     * What is wrong with a message's blocks, in Slack's words with a JSON pointer each; empty where Slack accepts them.
     *
     * @param fileIsReady whether a file, by id or address, is in the workspace and processed
     */
    public static List<String> problemsInMessage(JsonNode blocks, Predicate<String> fileIsReady) {
        Problems problems = new Problems(fileIsReady);
        Rules.list(0, 50, BlockRules.IN_MESSAGE)
                .and(Rules.unique("block_id", " for another block"))
                .check(blocks, "/blocks", problems);
        if (markdownLength(blocks) > BlockRules.MARKDOWN) {
            problems.add("markdown text must be less than " + (BlockRules.MARKDOWN + 1) + " characters", "/blocks");
        }
        if (count(blocks, "table") > 1) {
            problems.add("only one table allowed", "/blocks");
        }
        return problems.found();
    }

    /** What is wrong with a modal or a Home tab. */
    public static List<String> problemsInView(JsonNode view, Predicate<String> fileIsReady) {
        Problems problems = new Problems(fileIsReady);
        ViewRules.VIEW.check(view, "/view", problems);
        return problems.found();
    }

    /** How many characters the texts of all blocks have together. */
    public static int length(JsonNode blocks) {
        int own = blocks.path("text").isTextual()
                ? blocks.path("text").textValue().length()
                : 0;
        for (JsonNode child : blocks) {
            own += length(child);
        }
        return own;
    }

    /** A copy with what Slack adds: ids for blocks and elements that have none, and the defaults of texts. */
    public static ArrayNode completed(ArrayNode blocks, Supplier<String> ids) {
        ArrayNode copy = blocks.deepCopy();
        copy.forEach(block -> {
            if (block instanceof ObjectNode object && !object.has("block_id")) {
                object.put("block_id", ids.get());
            }
            complete(block, ids);
        });
        return copy;
    }

    private static void complete(JsonNode node, Supplier<String> ids) {
        if (node instanceof ObjectNode object) {
            switch (object.path("type").asText()) {
                case "plain_text" -> putIfMissing(object, "emoji", true);
                case "mrkdwn" -> putIfMissing(object, "verbatim", false);
                default -> INTERACTIVE_HOLDERS.forEach(holder -> giveActionIds(object.path(holder), ids));
            }
        }
        node.forEach(child -> complete(child, ids));
    }

    private static void giveActionIds(JsonNode held, Supplier<String> ids) {
        if (held.isArray()) {
            held.forEach(each -> giveActionIds(each, ids));
        } else if (held instanceof ObjectNode element && isInteractive(element) && !element.has("action_id")) {
            element.put("action_id", ids.get());
        }
    }

    private static boolean isInteractive(ObjectNode element) {
        String type = element.path("type").asText();
        return type.endsWith("button")
                || type.endsWith("buttons")
                || type.endsWith("_select")
                || type.endsWith("picker")
                || type.endsWith("_input")
                || type.equals("overflow")
                || type.equals("checkboxes");
    }

    private static void putIfMissing(ObjectNode object, String key, boolean value) {
        if (!object.has(key)) {
            object.put(key, value);
        }
    }

    private static int markdownLength(JsonNode blocks) {
        int length = 0;
        for (JsonNode block : blocks) {
            if (block.path("type").asText().equals("markdown")) {
                length += block.path("text").asText().length();
            }
        }
        return length;
    }

    private static long count(JsonNode blocks, String type) {
        long found = 0;
        for (JsonNode block : blocks) {
            found += block.path("type").asText().equals(type) ? 1 : 0;
        }
        return found;
    }
}
