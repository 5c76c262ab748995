package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Change;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.MessageJson;
import dashwright.lab.slack.workspace.Workspace;
import java.util.function.Consumer;

/** Tells the app of what it subscribed to: messages in its channels, mentions, and its opened Home tab. */
public final class EventFeed implements Consumer<Change> {
    private final Workspace workspace;
    private final MessageJson messages;
    private final Payloads payloads;
    private final Deliverer deliverer;

    /** A feed that is to be added to the workspace's watchers. */
    public EventFeed(Workspace workspace, MessageJson messages, Payloads payloads, Deliverer deliverer) {
        this.workspace = workspace;
        this.messages = messages;
        this.payloads = payloads;
        this.deliverer = deliverer;
    }

    @Override
    public void accept(Change change) {
        switch (change) {
            case Change.Posted(Message message) -> posted(message);
            case Change.Edited(Message before, Message after) -> edited(before, after);
            case Change.Deleted(Message message) -> deleted(message);
            case Change.Status ignored -> {}
            case Change.Assistance ignored -> {}
            case Change.Opened ignored -> {}
            case Change.Closed ignored -> {}
            case Change.Home ignored -> {}
            case Change.Trouble ignored -> {}
        }
    }

    /** A user opened the app's Home tab ({@code home}) or its messages ({@code messages}). */
    public void homeOpened(String user, String tab) {
        workspace.directory().directWith(user).ifPresent(direct -> {
            ObjectNode event = Json.object()
                    .put("type", "app_home_opened")
                    .put("user", user)
                    .put("channel", direct.id())
                    .put("tab", tab)
                    .put("event_ts", workspace.ids().nextTs());
            workspace
                    .views()
                    .homeOf(user)
                    .ifPresent(home -> event.set("view", home.toJson(workspace.app(), Json.object())));
            send("app_home_opened", event, user);
        });
    }

    private void posted(Message message) {
        if (message.ephemeral()) {
            return;
        }
        Channel channel = channelOf(message);
        if (!channel.has(workspace.app().botUser().id())) {
            return;
        }
        boolean mentionsApp = message.content()
                .text()
                .contains("<@" + workspace.app().botUser().id() + ">");
        if (mentionsApp && channel.kind() != Channel.Kind.DIRECT && !isOwn(message)) {
            send("app_mention", described(message, channel).put("type", "app_mention"), message.user());
        }
        send(
                subscription(channel),
                described(message, channel).put("channel_type", channelType(channel)),
                message.user());
    }

    private void edited(Message before, Message after) {
        boolean sameWords = before.content().equals(after.content());
        Channel channel = channelOf(after);
        if (after.ephemeral()
                || sameWords
                || after.streaming()
                || !channel.has(workspace.app().botUser().id())) {
            return;
        }
        ObjectNode event = changeEvent("message_changed", channel);
        event.set("message", messages.of(after));
        event.set("previous_message", messages.of(before));
        send(subscription(channel), event, after.user());
    }

    private void deleted(Message message) {
        Channel channel = channelOf(message);
        if (message.ephemeral() || !channel.has(workspace.app().botUser().id())) {
            return;
        }
        ObjectNode event = changeEvent("message_deleted", channel).put("deleted_ts", message.ts());
        event.set("previous_message", messages.of(message));
        send(subscription(channel), event, message.user());
    }

    private ObjectNode described(Message message, Channel channel) {
        ObjectNode event = messages.of(message);
        event.put("channel", channel.id()).put("event_ts", message.ts());
        if (!message.content().files().isEmpty()) {
            event.put("subtype", "file_share");
        }
        return event;
    }

    private ObjectNode changeEvent(String subtype, Channel channel) {
        String now = workspace.ids().nextTs();
        return Json.object()
                .put("type", "message")
                .put("subtype", subtype)
                .put("hidden", true)
                .put("channel", channel.id())
                .put("channel_type", channelType(channel))
                .put("ts", now)
                .put("event_ts", now);
    }

    private void send(String subscription, ObjectNode event, String user) {
        if (!workspace.app().events().contains(subscription)) {
            return;
        }
        boolean own = user.equals(workspace.app().botUser().id());
        Envelope.Cause cause = own ? Envelope.Cause.APP : Envelope.Cause.PERSON;
        var _ = deliverer.deliver(new Envelope(Envelope.Kind.EVENTS_API, payloads.event(event), false, cause));
    }

    private boolean isOwn(Message message) {
        return message.user().equals(workspace.app().botUser().id());
    }

    private Channel channelOf(Message message) {
        return workspace.directory().channel(message.channel()).orElseThrow();
    }

    private static String channelType(Channel channel) {
        return channel.kind().eventType();
    }

    private static String subscription(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> "message.channels";
            case PRIVATE -> "message.groups";
            case DIRECT -> "message.im";
        };
    }
}
