package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place where messages are.
 *
 * @param id Slack's id: {@code C…} for channels, {@code D…} for direct messages
 * @param name the name without {@code #}; for a direct message the person's id
 * @param kind who sees it
 * @param topic what it is about
 * @param members ids of those in it
 */
public record Channel(String id, String name, Kind kind, String topic, Set<String> members) {
    public Channel {
        members = Set.copyOf(members);
    }

    /** Whether a user is in it. */
    public boolean has(String user) {
        return members.contains(user);
    }

    /** The same channel with one more member. */
    public Channel with(String user) {
        Set<String> more = new TreeSet<>(members);
        more.add(user);
        return new Channel(id, name, kind, topic, more);
    }

    /** The channel as {@code conversations.info} describes it to one user. */
    public ObjectNode toJson(String seenBy) {
        if (kind == Kind.DIRECT) {
            return Json.object()
                    .put("id", id)
                    .put("is_im", true)
                    .put("is_channel", false)
                    .put("is_group", false)
                    .put("is_mpim", false)
                    .put("is_private", true)
                    .put("is_archived", false)
                    .put("is_open", true)
                    .put("user", name);
        }
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("name_normalized", name)
                .put("is_channel", true)
                .put("is_group", kind == Kind.PRIVATE)
                .put("is_im", false)
                .put("is_mpim", false)
                .put("is_private", kind == Kind.PRIVATE)
                .put("is_archived", false)
                .put("is_general", name.equals("general"))
                .put("is_member", has(seenBy))
                .put("num_members", members.size());
        json.putObject("topic").put("value", topic);
        json.putObject("purpose").put("value", topic);
        return json;
    }

    /** Who sees a channel. */
    public enum Kind {
        PUBLIC("channel"),
        PRIVATE("group"),
        DIRECT("im");

        private final String eventType;

        Kind(String eventType) {
            this.eventType = eventType;
        }

        /** The {@code channel_type} in message events. */
        public String eventType() {
            return eventType;
        }
    }
}
