package dashwright.lab.slack.blocks;

import static dashwright.lab.slack.blocks.Rules.ANYTHING;
import static dashwright.lab.slack.blocks.Rules.FLAG;
import static dashwright.lab.slack.blocks.Rules.INTEGER;
import static dashwright.lab.slack.blocks.Rules.later;
import static dashwright.lab.slack.blocks.Rules.list;
import static dashwright.lab.slack.blocks.Rules.oneOf;
import static dashwright.lab.slack.blocks.Rules.plain;
import static dashwright.lab.slack.blocks.Rules.text;
import static dashwright.lab.slack.blocks.Rules.typed;
import static dashwright.lab.slack.blocks.Rules.unique;
import static dashwright.lab.slack.blocks.Rules.words;
import static dashwright.lab.slack.blocks.Shape.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The blocks themselves. Limits are those of Slack's reference as of November 2026. */
final class BlockRules {
    /** The longest text of a markdown block, and of all markdown blocks of a message together. */
    static final int MARKDOWN = 12_000;

    private static final Rule RICH_ELEMENTS = list(
            0,
            1_000,
            typed(Map.of(
                    "text", shape().needs("text", text(40_000)).may("style", ANYTHING),
                    "link",
                            shape().needs("url", Rules.URL)
                                    .may("text", text(40_000))
                                    .may("unsafe", FLAG)
                                    .may("style", ANYTHING),
                    "user", shape().needs("user_id", text(255)).may("style", ANYTHING),
                    "usergroup", shape().needs("usergroup_id", text(255)).may("style", ANYTHING),
                    "channel", shape().needs("channel_id", text(255)).may("style", ANYTHING),
                    "broadcast", shape().needs("range", oneOf("here", "channel", "everyone")),
                    "emoji",
                            shape().needs("name", text(255))
                                    .may("unicode", text(255))
                                    .may("skin_tone", INTEGER)
                                    .may("style", ANYTHING),
                    "date",
                            shape().needs("timestamp", INTEGER)
                                    .needs("format", text(255))
                                    .may("url", Rules.URL)
                                    .may("fallback", text(255)),
                    "color", shape().needs("value", text(7)))));

    private static final Rule RICH_SECTION =
            typed(Map.of("rich_text_section", shape().needs("elements", RICH_ELEMENTS)));

    private static final Shape RICH_TEXT = block().needs(
                    "elements",
                    list(
                            0,
                            1_000,
                            typed(Map.of(
                                    "rich_text_section", shape().needs("elements", RICH_ELEMENTS),
                                    "rich_text_preformatted",
                                            shape().needs("elements", RICH_ELEMENTS)
                                                    .may("border", INTEGER)
                                                    .may("language", text(255)),
                                    "rich_text_quote",
                                            shape().needs("elements", RICH_ELEMENTS)
                                                    .may("border", INTEGER),
                                    "rich_text_list",
                                            shape().needs("style", oneOf("bullet", "ordered"))
                                                    .needs("elements", list(0, 1_000, RICH_SECTION))
                                                    .may("indent", INTEGER)
                                                    .may("offset", INTEGER)
                                                    .may("border", INTEGER)))));

    private static final Rule CELL = typed(Map.of(
            "raw_text", shape().needs("text", text(40_000)),
            "raw_number", shape().needs("value", ANYTHING).may("text", text(255)),
            "rich_text", RICH_TEXT));

    private static final Map<String, Rule> FOR_MESSAGES = forMessages();

    /** Blocks that a message may have. */
    static final Rule IN_MESSAGE = typed(FOR_MESSAGES);

    /** Blocks that a modal or a Home tab may have. */
    static final Rule IN_VIEW = later(() -> typed(forViews()));

    private BlockRules() {}

    private static Shape block() {
        return shape().may("block_id", text(255));
    }

    private static Map<String, Rule> forMessages() {
        Map<String, Rule> rules = new HashMap<>();
        rules.put(
                "section",
                block().may("text", words(3000))
                        .may("fields", list(1, 10, words(2000)))
                        .may("accessory", ElementRules.ACCESSORY)
                        .may("expand", FLAG)
                        .and(BlockRules::checkSectionSaysSomething));
        rules.put("header", block().needs("text", plain(150)).may("level", INTEGER));
        rules.put("divider", block());
        rules.put(
                "image",
                block().may("image_url", Rules.URL)
                        .may("slack_file", ElementRules.SLACK_FILE)
                        .needs("alt_text", text(2000))
                        .may("title", plain(2000))
                        .and(ElementRules::checkImageSource));
        rules.put("context", block().needs("elements", list(1, 10, ElementRules.CONTEXT)));
        rules.put(
                "actions",
                block().needs("elements", list(1, 25, ElementRules.ACTION).and(unique("action_id", ""))));
        rules.put(
                "context_actions",
                block().needs(
                                "elements",
                                list(1, 5, ElementRules.CONTEXT_ACTION).and(unique("action_id", ""))));
        rules.put("markdown", block().needs("text", text(MARKDOWN)));
        rules.put("rich_text", RICH_TEXT);
        rules.put(
                "input",
                block().needs("label", plain(2000))
                        .needs("element", ElementRules.INPUT)
                        .may("hint", plain(2000))
                        .may("optional", FLAG)
                        .may("dispatch_action", FLAG));
        rules.put(
                "table",
                block().needs("rows", list(1, 100, list(1, 20, CELL))).may("column_settings", list(0, 20, ANYTHING)));
        rules.put(
                "task_card",
                block().needs("task_id", text(255))
                        .needs("title", text(256))
                        .may("status", oneOf("pending", "in_progress", "complete", "error"))
                        .may("details", RICH_TEXT)
                        .may("output", RICH_TEXT)
                        .may("sources", list(0, 100, ANYTHING)));
        return rules;
    }

    private static Map<String, Rule> forViews() {
        Map<String, Rule> rules = new HashMap<>(FOR_MESSAGES);
        // Streams, tables and feedback live in messages alone.
        rules.keySet().removeAll(Set.of("markdown", "table", "task_card", "context_actions"));
        return rules;
    }

    private static void checkSectionSaysSomething(JsonNode section, String pointer, Problems problems) {
        if (!section.hasNonNull("text") && !section.hasNonNull("fields")) {
            problems.add("must define either `text` or `fields`", pointer + "/type");
        }
    }
}
