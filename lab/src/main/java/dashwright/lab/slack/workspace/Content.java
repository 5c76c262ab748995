package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * What a message says.
 *
 * @param text mrkdwn; for a message with blocks what notifications show
 * @param blocks Block Kit blocks, with every id filled in
 * @param attachments legacy attachments, as they were sent
 * @param files ids of attached files
 * @param metadata an app's own {@code {event_type, event_payload}}; missing for none
 */
public record Content(String text, ArrayNode blocks, ArrayNode attachments, List<String> files, JsonNode metadata) {
    public Content {
        files = List.copyOf(files);
    }

    /** Content of words alone. */
    public static Content ofText(String text) {
        return new Content(text, Json.array(), Json.array(), List.of(), MissingNode.getInstance());
    }

    /** Content of words and blocks. */
    public static Content of(String text, ArrayNode blocks) {
        return new Content(text, blocks, Json.array(), List.of(), MissingNode.getInstance());
    }

    /** The same with files attached. */
    public Content withFiles(List<String> attached) {
        return new Content(text, blocks, attachments, attached, metadata);
    }
}
