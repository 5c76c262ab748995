package dashwright.lab.slack.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.MessageJson;
import dashwright.lab.slack.workspace.User;
import dashwright.lab.slack.workspace.View;
import dashwright.lab.slack.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The workspace as the page and the control routes describe it: Slack's own form, with what only people see added. */
public final class PageJson {
    private final Workspace workspace;
    private final MessageJson messages;

    /** Describes a workspace. */
    public PageJson(Workspace workspace, MessageJson messages) {
        this.workspace = workspace;
        this.messages = messages;
    }

    /** A message, with its channel and whether it is ephemeral or still being written. */
    public ObjectNode message(Message message) {
        return messages.of(message)
                .put("channel", message.channel())
                .put("visible_to", message.visibleTo())
                .put("streaming", message.streaming())
                .put("words", message.words());
    }

    /** Messages as an array. */
    public ArrayNode messages(Collection<Message> all) {
        ArrayNode array = Json.array();
        all.forEach(message -> array.add(message(message)));
        return array;
    }

    /** A modal or a Home tab. */
    public ObjectNode view(View view) {
        return view.toJson(workspace.app(), Json.object()).put("user", view.user());
    }

    /** A user. */
    public static ObjectNode user(User user) {
        return Json.object()
                .put("id", user.id())
                .put("handle", user.handle())
                .put("name", user.realName())
                .put("title", user.title())
                .put("colour", "#" + user.colour())
                .put("bot", user.bot());
    }

    /** A channel. */
    public static ObjectNode channel(Channel channel) {
        return Json.object()
                .put("id", channel.id())
                .put("name", channel.name())
                .put("kind", channel.kind().name().toLowerCase(Locale.ROOT))
                .put("topic", channel.topic())
                .put("members", channel.members().size());
    }

    /** Everything that a page needs to begin with, as one user sees it. */
    public ObjectNode workspace(User you, List<String> suggestions) {
        AppIdentity app = workspace.app();
        ObjectNode json = Json.object().put("team", app.teamName()).put("you", you.id());
        ObjectNode described = json.putObject("app").put("user", app.botUser().id());
        ArrayNode commands = described.putArray("commands");
        app.commands()
                .forEach(command -> commands.addObject()
                        .put("name", command.name())
                        .put("hint", command.hint())
                        .put("description", command.description()));
        ArrayNode users = json.putArray("users");
        workspace.directory().users().forEach(user -> users.add(user(user)));
        ArrayNode channels = json.putArray("channels");
        workspace.directory().channels().stream()
                .filter(channel -> channel.has(you.id()))
                .forEach(channel -> channels.add(channel(channel)));
        json.set("suggestions", Json.texts(suggestions));
        return json;
    }
}
