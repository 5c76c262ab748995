package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dashwright.lab.slack.blocks.BlockKit;
import java.util.List;

/** Makes content of what an app sent, or refuses it as Slack does. */
public final class Composer {
    private static final int LONGEST_TEXT = 40_000;
    private final Workspace workspace;

    /** A composer for one workspace. */
    public Composer(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The content of a message that comes by the Web API, whose blocks may not be too long together.
     *
     * @throws SlackError as {@link #composeReply} does, and {@code msg_blocks_too_long}
     */
    public Content compose(String text, JsonNode blocks, JsonNode attachments, JsonNode metadata) {
        Content content = composeReply(text, blocks, attachments, metadata);
        if (BlockKit.length(content.blocks()) > BlockKit.LONGEST_MESSAGE) {
            throw SlackError.of("msg_blocks_too_long");
        }
        return content;
    }

    /**
     * The content of an answer to a command or a button. Response URLs take what chat.postMessage refuses as too long
     * together (slackapi/bolt-js issue 2867).
     *
     * @param text the words; cut at 40,000 characters, as Slack does
     * @param blocks an array, or missing
     * @param attachments an array, or missing
     * @param metadata an object, or missing
     * @throws SlackError {@code no_text}, {@code invalid_blocks} and their like
     */
    public Content composeReply(String text, JsonNode blocks, JsonNode attachments, JsonNode metadata) {
        ArrayNode checked = checked(blocks);
        if (!attachments.isMissingNode() && !attachments.isArray()) {
            throw SlackError.of("invalid_attachments");
        }
        if (attachments.size() > 100) {
            throw SlackError.of("too_many_attachments");
        }
        if (!metadata.isMissingNode() && (!metadata.path("event_type").isTextual() || !metadata.has("event_payload"))) {
            throw SlackError.of("invalid_metadata_format");
        }
        boolean nothingElse = checked.isEmpty() && attachments.isEmpty();
        if (text.isEmpty() && nothingElse) {
            throw SlackError.of("no_text");
        }
        String words = text.isEmpty() ? "This content can't be displayed." : text;
        String cut = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words;
        return new Content(cut, checked, Json.arrayOrEmpty(attachments), List.of(), metadata);
    }

    private ArrayNode checked(JsonNode blocks) {
        if (blocks.isMissingNode() || blocks.isNull()) {
            return Json.array();
        }
        if (!(blocks instanceof ArrayNode array)) {
            throw SlackError.of("invalid_blocks_format");
        }
        List<String> problems = BlockKit.problemsInMessage(array, workspace::fileIsReady);
        if (!problems.isEmpty()) {
            throw SlackError.blocks(problems);
        }
        return BlockKit.completed(array, () -> workspace.ids().next("b"));
    }
}
