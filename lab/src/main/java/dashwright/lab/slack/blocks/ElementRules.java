package dashwright.lab.slack.blocks;

import static dashwright.lab.slack.blocks.Rules.FLAG;
import static dashwright.lab.slack.blocks.Rules.INTEGER;
import static dashwright.lab.slack.blocks.Rules.URL;
import static dashwright.lab.slack.blocks.Rules.anyText;
import static dashwright.lab.slack.blocks.Rules.list;
import static dashwright.lab.slack.blocks.Rules.oneOf;
import static dashwright.lab.slack.blocks.Rules.plain;
import static dashwright.lab.slack.blocks.Rules.text;
import static dashwright.lab.slack.blocks.Rules.typed;
import static dashwright.lab.slack.blocks.Rules.words;
import static dashwright.lab.slack.blocks.Shape.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The elements that people press, choose and fill in. */
final class ElementRules {
    private static final Rule CONFIRM = shape().needs("title", plain(100))
            .needs("text", words(300))
            .needs("confirm", plain(30))
            .needs("deny", plain(30))
            .may("style", oneOf("primary", "danger"));

    private static final Rule OPTION = shape().needs("text", words(75))
            .needs("value", text(150))
            .may("description", words(75))
            .may("url", URL);

    private static final Rule OPTION_GROUP = shape().needs("label", plain(75)).needs("options", list(1, 100, OPTION));

    /** A file of the workspace as the source of an image. */
    static final Rule SLACK_FILE = shape().may("id", text(255)).may("url", URL).and(ElementRules::checkSlackFile);

    private static final Rule IMAGE = shape().may("image_url", URL)
            .may("slack_file", SLACK_FILE)
            .needs("alt_text", text(2000))
            .and(ElementRules::checkImageSource);

    private static final Map<String, Rule> INTERACTIVE = interactive();

    /** What may stand in an actions block. */
    static final Rule ACTION = typed(INTERACTIVE);

    /** What may stand beside a section's text. */
    static final Rule ACCESSORY = typed(with(INTERACTIVE, "image", IMAGE));

    /** What may stand in an input block. */
    static final Rule INPUT = typed(inputs());

    /** What may stand in a context block. */
    static final Rule CONTEXT = typed(Map.of(
            "image", IMAGE,
            "plain_text", words(3000),
            "mrkdwn", words(3000)));

    /** What may stand in a context_actions block. */
    static final Rule CONTEXT_ACTION = typed(Map.of(
            "feedback_buttons",
            identified().needs("positive_button", feedbackButton()).needs("negative_button", feedbackButton()),
            "icon_button",
            identified()
                    .needs("icon", oneOf("trash"))
                    .needs("text", plain(75))
                    .may("value", text(2000))
                    .may("confirm", CONFIRM)
                    .may("accessibility_label", text(75))
                    .may("visible_to_user_ids", list(0, 100, text(255)))));

    private ElementRules() {}

    /** An image names exactly one source. */
    static void checkImageSource(JsonNode image, String pointer, Problems problems) {
        if (image.has("image_url") == image.has("slack_file")) {
            problems.add("must define either `image_url` or `slack_file`", pointer);
        }
    }

    private static void checkSlackFile(JsonNode file, String pointer, Problems problems) {
        String named = file.path("id").asText(file.path("url").asText());
        // A file that is still being processed is refused in the same words as one that does not exist.
        if (named.isEmpty() || !problems.knowsFile(named)) {
            problems.add("invalid slack file", pointer);
        }
    }

    private static Shape identified() {
        return shape().may("action_id", text(255));
    }

    private static Shape feedbackButton() {
        return shape().needs("text", plain(75)).needs("value", text(2000)).may("accessibility_label", text(75));
    }

    private static Shape choice() {
        return identified().may("confirm", CONFIRM).may("focus_on_load", FLAG).may("placeholder", plain(150));
    }

    private static Map<String, Rule> interactive() {
        Map<String, Rule> rules = new HashMap<>();
        rules.put(
                "button",
                identified()
                        .needs("text", plain(75))
                        .may("value", text(2000))
                        .may("url", URL)
                        .may("style", oneOf("primary", "danger"))
                        .may("confirm", CONFIRM)
                        .may("accessibility_label", text(75)));
        rules.put("overflow", identified().needs("options", list(1, 5, OPTION)).may("confirm", CONFIRM));
        rules.put("static_select", options(choice()).may("initial_option", OPTION));
        rules.put("multi_static_select", multiple(options(choice())).may("initial_options", list(0, 100, OPTION)));
        rules.put("external_select", choice().may("initial_option", OPTION).may("min_query_length", INTEGER));
        for (String what : new String[] {"user", "conversation", "channel"}) {
            Shape one = choice().may("initial_" + what, anyText()).may("response_url_enabled", FLAG);
            rules.put(what + "s_select", conversations(one));
            Shape many = multiple(choice()).may("initial_" + what + "s", list(0, 100, anyText()));
            rules.put("multi_" + what + "s_select", conversations(many));
        }
        rules.put(
                "checkboxes",
                choice().needs("options", list(1, 10, OPTION)).may("initial_options", list(0, 10, OPTION)));
        rules.put(
                "radio_buttons", choice().needs("options", list(1, 10, OPTION)).may("initial_option", OPTION));
        rules.put("datepicker", choice().may("initial_date", text(10)));
        rules.put("timepicker", choice().may("initial_time", text(5)).may("timezone", text(100)));
        rules.put("datetimepicker", choice().may("initial_date_time", INTEGER));
        return rules;
    }

    private static Shape options(Shape shape) {
        return shape.may("options", list(1, 100, OPTION)).may("option_groups", list(1, 100, OPTION_GROUP));
    }

    private static Shape multiple(Shape shape) {
        return shape.may("max_selected_items", INTEGER);
    }

    private static Shape conversations(Shape shape) {
        return shape.may("default_to_current_conversation", FLAG).may("filter", Rules.ANYTHING);
    }

    private static Map<String, Rule> inputs() {
        Map<String, Rule> rules = new HashMap<>(INTERACTIVE);
        rules.remove("button");
        rules.remove("overflow");
        rules.put(
                "plain_text_input",
                typing().may("multiline", FLAG).may("min_length", INTEGER).may("max_length", INTEGER));
        rules.put("email_text_input", typing());
        rules.put("url_text_input", typing());
        rules.put(
                "number_input",
                typing().needs("is_decimal_allowed", FLAG)
                        .may("min_value", anyText())
                        .may("max_value", anyText()));
        rules.put(
                "file_input",
                identified().may("filetypes", list(0, 100, text(20))).may("max_files", INTEGER));
        return rules;
    }

    private static Shape typing() {
        return identified()
                .may("placeholder", plain(150))
                .may("initial_value", anyText())
                .may("focus_on_load", FLAG)
                .may("dispatch_action_config", Rules.ANYTHING);
    }

    private static Map<String, Rule> with(Map<String, Rule> rules, String type, Rule rule) {
        Map<String, Rule> more = new HashMap<>(rules);
        more.put(type, rule);
        return more;
    }
}
