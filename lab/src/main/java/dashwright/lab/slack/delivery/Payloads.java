package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.MessageJson;
import dashwright.lab.slack.workspace.User;
import dashwright.lab.slack.workspace.View;
import dashwright.lab.slack.workspace.Workspace;

/** What the app gets to read, in the form that Slack gives it. */
public final class Payloads {
    private final Workspace workspace;
    private final MessageJson messages;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;

    /** Payloads from a workspace. */
    public Payloads(Workspace workspace, MessageJson messages, Triggers triggers, ResponseUrls responseUrls) {
        this.workspace = workspace;
        this.messages = messages;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
    }

    /** A slash command. */
    public ObjectNode slash(User user, Channel channel, String command, String text) {
        AppIdentity app = workspace.app();
        return Json.object()
                .put("token", "lab")
                .put("team_id", app.team())
                .put("team_domain", app.teamDomain())
                .put("channel_id", channel.id())
                .put("channel_name", nameOf(channel))
                .put("user_id", user.id())
                .put("user_name", user.handle())
                .put("command", command)
                .put("text", text)
                .put("api_app_id", app.appId())
                .put("is_enterprise_install", "false")
                .put("response_url", responseUrls.issue(new ReplyTarget(channel.id(), user.id(), null, null)))
                .put("trigger_id", triggers.issue(user.id(), ""));
    }

    /** An event in its wrapping, under a new {@code event_id}. */
    public ObjectNode event(ObjectNode event) {
        AppIdentity app = workspace.app();
        ObjectNode json = Json.object()
                .put("token", "lab")
                .put("team_id", app.team())
                .put("api_app_id", app.appId())
                .put("type", "event_callback")
                .put("event_id", workspace.ids().next("Ev"))
                .put("event_time", workspace.clock().instant().getEpochSecond())
                .put("is_ext_shared_channel", false)
                .put("event_context", "4-lab");
        json.set("event", event);
        json.putArray("authorizations")
                .addObject()
                .put("team_id", app.team())
                .put("user_id", app.botUser().id())
                .put("is_bot", true)
                .put("is_enterprise_install", false)
                .putNull("enterprise_id");
        return json;
    }

    /**
     * An element of a message was pressed or chosen.
     *
     * @param action the element's part: action_id, block_id, type, and value or selection
     * @param state what the inputs and choices of the message hold, by block and action
     */
    public ObjectNode messageAction(User user, Channel channel, Message message, ObjectNode action, ObjectNode state) {
        ObjectNode json = interaction("block_actions", user, triggers.issue(user.id(), ""));
        ObjectNode container = json.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", message.ephemeral());
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
        json.putObject("channel").put("id", channel.id()).put("name", nameOf(channel));
        // Slack keeps no ephemeral message: its payload names the container alone.
        if (!message.ephemeral()) {
            json.set("message", messages.of(message));
        }
        json.putObject("state").set("values", state);
        json.put(
                "response_url",
                responseUrls.issue(new ReplyTarget(channel.id(), user.id(), message.ts(), message.threadTs())));
        json.putArray("actions").add(action.put("action_ts", workspace.ids().nextTs()));
        return json;
    }

    /** An element of a modal or of a Home tab was pressed or chosen. */
    public ObjectNode viewAction(User user, View view, ObjectNode action, ObjectNode state) {
        ObjectNode json = interaction("block_actions", user, triggers.issue(user.id(), view.id()));
        json.putObject("container").put("type", "view").put("view_id", view.id());
        json.set("view", view.toJson(workspace.app(), state));
        json.putArray("actions").add(action.put("action_ts", workspace.ids().nextTs()));
        return json;
    }

    /** A modal was submitted ({@code view_submission}) or closed ({@code view_closed}). */
    public ObjectNode view(String type, User user, View view, ObjectNode state) {
        ObjectNode json = interaction(type, user, triggers.issue(user.id(), view.id()));
        json.set("view", view.toJson(workspace.app(), state));
        json.putArray("response_urls");
        return type.equals("view_closed") ? json.put("is_cleared", false) : json;
    }

    private ObjectNode interaction(String type, User user, String trigger) {
        AppIdentity app = workspace.app();
        ObjectNode json = Json.object()
                .put("type", type)
                .put("api_app_id", app.appId())
                .put("token", "lab")
                .put("trigger_id", trigger)
                .putNull("enterprise")
                .put("is_enterprise_install", false);
        json.putObject("team").put("id", app.team()).put("domain", app.teamDomain());
        json.putObject("user")
                .put("id", user.id())
                .put("username", user.handle())
                .put("name", user.handle())
                .put("team_id", app.team());
        return json;
    }

    private static String nameOf(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> channel.name();
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }
}
