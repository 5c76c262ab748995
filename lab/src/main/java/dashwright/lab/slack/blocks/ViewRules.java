package dashwright.lab.slack.blocks;

import static dashwright.lab.slack.blocks.Rules.FLAG;
import static dashwright.lab.slack.blocks.Rules.anyText;
import static dashwright.lab.slack.blocks.Rules.list;
import static dashwright.lab.slack.blocks.Rules.plain;
import static dashwright.lab.slack.blocks.Rules.typed;
import static dashwright.lab.slack.blocks.Rules.unique;
import static dashwright.lab.slack.blocks.Shape.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Modals and Home tabs. */
final class ViewRules {
    private static final Rule BLOCKS = list(0, 100, BlockRules.IN_VIEW).and(unique("block_id", " for another block"));

    /** A modal or a Home tab. */
    static final Rule VIEW = typed(Map.of(
            "home",
            common(),
            "modal",
            common().needs("title", plain(24))
                    .may("submit", plain(24))
                    .may("close", plain(24))
                    .may("clear_on_close", FLAG)
                    .may("notify_on_close", FLAG)
                    .may("submit_disabled", FLAG)
                    .and(ViewRules::checkSubmit)));

    private ViewRules() {}

    private static Shape common() {
        return shape().needs("blocks", BLOCKS)
                .may("callback_id", anyText())
                .may("private_metadata", ViewRules::checkMetadata)
                .may("external_id", anyText());
    }

    private static void checkMetadata(JsonNode text, String pointer, Problems problems) {
        if (text.asText().length() > 3000) {
            problems.add("must be less than 3001 characters", pointer);
        }
    }

    private static void checkSubmit(JsonNode modal, String pointer, Problems problems) {
        boolean asks = modal.path("blocks")
                .valueStream()
                .anyMatch(block -> block.path("type").asText().equals("input"));
        if (asks && !modal.hasNonNull("submit")) {
            problems.add("must define `submit` to use an `input` block in modals", pointer);
        }
    }
}
