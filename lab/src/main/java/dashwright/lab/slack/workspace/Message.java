package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param channel where it is
 * @param ts Slack's timestamp, its key: unique in this workspace
 * @param threadTs the root of the thread that it replies in, null for a root
 * @param user who wrote it
 * @param content what it says
 * @param visibleTo the one user who sees an ephemeral message, null where everybody does
 * @param editedTs when it was last changed, null for never
 * @param streaming whether an app is still writing it
 * @param broadcast whether a reply also shows in the channel
 * @param reactions emoji names with the users who put them
 */
public record Message(
        String channel,
        String ts,
        @Nullable String threadTs,
        String user,
        Content content,
        @Nullable String visibleTo,
        @Nullable String editedTs,
        boolean streaming,
        boolean broadcast,
        Map<String, List<String>> reactions) {
    public Message {
        reactions = Map.copyOf(reactions);
    }

    /** A message as it is posted. */
    public static Message posted(String channel, String ts, @Nullable String threadTs, String user, Content content) {
        return new Message(channel, ts, threadTs, user, content, null, null, false, false, Map.of());
    }

    /** The same message, seen by one user alone. */
    public Message onlyFor(String viewer) {
        return new Message(channel, ts, threadTs, user, content, viewer, editedTs, streaming, broadcast, reactions);
    }

    /** The same message, also shown in the channel. */
    public Message alsoInChannel() {
        return new Message(channel, ts, threadTs, user, content, visibleTo, editedTs, streaming, true, reactions);
    }

    /** The same message with other content. */
    public Message edited(Content other, String at) {
        return new Message(channel, ts, threadTs, user, other, visibleTo, at, streaming, broadcast, reactions);
    }

    /** The same message while an app goes on writing it, or once it has ended. */
    public Message streamed(Content soFar, boolean goingOn) {
        return new Message(channel, ts, threadTs, user, soFar, visibleTo, editedTs, goingOn, broadcast, reactions);
    }

    /** The same message with a reaction more; unchanged where the user had put it already. */
    public Message reacted(String emoji, String by) {
        Map<String, List<String>> more = new TreeMap<>(reactions);
        List<String> users = new ArrayList<>(more.getOrDefault(emoji, List.of()));
        if (!users.contains(by)) {
            users.add(by);
        }
        more.put(emoji, List.copyOf(users));
        return new Message(channel, ts, threadTs, user, content, visibleTo, editedTs, streaming, broadcast, more);
    }

    /** Whether only one user sees it. */
    public boolean ephemeral() {
        return visibleTo != null;
    }

    /** Whether a user may see it, being in its channel. */
    public boolean visibleFor(String viewer) {
        return visibleTo == null || visibleTo.equals(viewer);
    }

    /** Everything that a person reads in it: the text and the words of all blocks, a line each. */
    public String words() {
        List<String> lines = new ArrayList<>();
        lines.add(content.text());
        collect(content.blocks(), lines);
        return String.join("\n", lines);
    }

    private static void collect(JsonNode node, List<String> lines) {
        for (String key : List.of("text", "alt_text", "title", "details", "output")) {
            if (node.path(key).isTextual()) {
                lines.add(node.path(key).textValue());
            }
        }
        node.forEach(child -> {
            if (child.isContainerNode()) {
                collect(child, lines);
            }
        });
    }
}
