package dashwright.lab.slack.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.delivery.Deliverer;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.delivery.Envelope;
import dashwright.lab.slack.delivery.EventFeed;
import dashwright.lab.slack.delivery.Payloads;
import dashwright.lab.slack.delivery.Replies;
import dashwright.lab.slack.delivery.ReplyTarget;
import dashwright.lab.slack.workspace.Change;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.SlackError;
import dashwright.lab.slack.workspace.User;
import dashwright.lab.slack.workspace.View;
import dashwright.lab.slack.workspace.Workspace;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What people do in the workspace. Users are named by id, handle or full name; channels by id or name, and {@code @dash}
 * is a person's direct messages with the app. What goes to the app comes back as a future delivery: when the app has
 * answered, or when its time is over.
 */
public final class SlackDriver {
    private final Workspace workspace;
    private final Deliverer deliverer;
    private final Payloads payloads;
    private final Replies replies;
    private final EventFeed events;
    private final Typing typing;
    private final Modals modals;
    private final Eyes eyes;

    /** People of a workspace whose app is reached by a deliverer. */
    public SlackDriver(Workspace workspace, Deliverer deliverer, Payloads payloads, Replies replies, EventFeed events) {
        this.workspace = workspace;
        this.deliverer = deliverer;
        this.payloads = payloads;
        this.replies = replies;
        this.events = events;
        this.typing = new Typing(workspace.directory());
        this.modals = new Modals(workspace);
        this.eyes = new Eyes(workspace, deliverer);
    }

    /** What people see. */
    public Eyes sees() {
        return eyes;
    }

    /**
     * Types a slash command, as in {@code /dash build s3 sync status}. A command that nobody answers tells its user so,
     * as Slack does.
     */
    public CompletableFuture<Delivery> typeSlash(String user, String channel, String line) {
        User person = workspace.directory().meantUser(user);
        Channel place = place(channel, person);
        String[] parts = line.strip().split("\\s+", 2);
        if (!workspace.app().answers(parts[0])) {
            workspace.whisper(person.id(), place.id(), parts[0] + " is not a valid command.");
            throw new IllegalArgumentException(parts[0] + " is not a command of the app");
        }
        ObjectNode payload = payloads.slash(person, place, parts[0], parts.length > 1 ? parts[1] : "");
        return deliverer
                .deliver(new Envelope(Envelope.Kind.SLASH_COMMANDS, payload, true, Envelope.Cause.PERSON))
                .thenApply(delivery -> afterSlash(delivery, parts[0], person, place));
    }

    private Delivery afterSlash(Delivery delivery, String command, User person, Channel place) {
        if (!delivery.acknowledged()) {
            boolean silent = delivery.outcome() == Delivery.Outcome.TIMED_OUT;
            workspace.whisper(
                    person.id(),
                    place.id(),
                    command
                            + (silent
                                    ? " failed because the app did not respond"
                                    : " failed with the error \"dispatch_failed\""));
            return delivery;
        }
        JsonNode answer = delivery.answer();
        boolean says =
                !(answer.isTextual() ? answer : answer.path("text")).asText().isEmpty()
                        || !answer.path("blocks").isEmpty();
        if (says) {
            try {
                replies.put(answer, new ReplyTarget(place.id(), person.id(), null, null));
            } catch (SlackError refused) {
                String words = command + " failed with the error \"" + refused.code() + "\"";
                workspace.whisper(person.id(), place.id(), words);
            }
        }
        return delivery;
    }

    /** Writes a message in a channel; {@code @dash} in it mentions the app. */
    public Message say(String user, String channel, String words) {
        return write(user, channel, words, null);
    }

    /** Mentions the app in a message; the mention is put in front where the words have none. */
    public Message mention(String user, String channel, String words) {
        return say(user, channel, withMention(words));
    }

    /** Mentions the app in a thread. */
    public Message mention(String user, String channel, String words, String threadTs) {
        return write(user, channel, withMention(words), threadTs);
    }

    /** Answers in a thread, which is named by the timestamp of any of its messages. */
    public Message replyInThread(String user, String threadTs, String words) {
        Message root = eyes.message(threadTs);
        String thread = root.threadTs() == null ? root.ts() : root.threadTs();
        return write(user, root.channel(), words, thread);
    }

    private String withMention(String words) {
        String name = "@" + workspace.app().botUser().handle();
        return words.contains(name) ? words : name + " " + words;
    }

    private Message write(String user, String channel, String words, @Nullable String threadTs) {
        User person = workspace.directory().meantUser(user);
        Channel place = place(channel, person);
        Message message =
                Message.posted(place.id(), workspace.ids().nextTs(), threadTs, person.id(), typing.content(words));
        return workspace.messages().post(message);
    }

    /** Presses a button of a message, named by action id, by the words on it, or by its value. */
    public CompletableFuture<Delivery> press(String user, String messageTs, String button) {
        return act(user, messageTs, button, MissingNode.getInstance(), Map.of());
    }

    /** Presses a button of a message as this person saw it: somebody else may have changed the message meanwhile. */
    public CompletableFuture<Delivery> press(String user, Message seen, String button) {
        return act(user, seen, button, MissingNode.getInstance(), Map.of());
    }

    /**
     * Presses or chooses something in a message.
     *
     * @param element named by action id, words or value
     * @param value what is chosen; missing for a button
     * @param filled what the message's other inputs hold, by action id
     */
    public CompletableFuture<Delivery> act(
            String user, String messageTs, String element, JsonNode value, Map<String, JsonNode> filled) {
        return act(user, eyes.message(messageTs), element, value, filled);
    }

    private CompletableFuture<Delivery> act(
            String user, Message message, String element, JsonNode value, Map<String, JsonNode> filled) {
        User person = workspace.directory().meantUser(user);
        if (!message.visibleFor(person.id())) {
            throw new IllegalArgumentException(person.handle() + " does not see the message " + message.ts());
        }
        Channel channel = place(message.channel(), person);
        JsonNode blocks = message.content().blocks();
        ObjectNode action = Elements.action(Elements.meant(blocks, element), element, value);
        ObjectNode state = FormState.of(blocks, filled);
        return interact(payloads.messageAction(person, channel, message, action, state))
                .thenApply(delivery -> {
                    if (!delivery.acknowledged()) {
                        String words = workspace.app().botUser().handle() + " didn't respond";
                        workspace.watchers().tell(new Change.Trouble(person.id(), channel.id(), message.ts(), words));
                    }
                    return delivery;
                });
    }

    /** Presses or chooses something in a modal or on the Home tab. */
    public CompletableFuture<Delivery> actInView(
            String user, String viewId, String element, JsonNode value, Map<String, JsonNode> filled) {
        User person = workspace.directory().meantUser(user);
        View view = eyes.view(viewId);
        JsonNode blocks = view.definition().path("blocks");
        ObjectNode action = Elements.action(Elements.meant(blocks, element), element, value);
        return interact(payloads.viewAction(person, view, action, FormState.of(blocks, filled)));
    }

    /**
     * Submits a modal.
     *
     * @param filled what its inputs hold, by action id
     * @throws IllegalArgumentException where an input that must be filled in is empty: Slack would not send it
     */
    public CompletableFuture<Submission> submit(String user, String viewId, Map<String, JsonNode> filled) {
        User person = workspace.directory().meantUser(user);
        View view = eyes.view(viewId);
        JsonNode blocks = view.definition().path("blocks");
        ObjectNode state = FormState.of(blocks, filled);
        if (!FormState.missing(blocks, state).isEmpty()) {
            throw new IllegalArgumentException("please fill in " + FormState.missing(blocks, state));
        }
        ObjectNode payload = payloads.view("view_submission", person, view, state);
        return deliverer
                .deliver(new Envelope(Envelope.Kind.INTERACTIVE, payload, true, Envelope.Cause.PERSON))
                .thenApply(delivery -> modals.after(view, delivery));
    }

    /** Closes a modal without submitting it. */
    public void closeModal(String user, String viewId) {
        User person = workspace.directory().meantUser(user);
        View view = eyes.view(viewId);
        workspace.views().close(view);
        if (view.definition().path("notify_on_close").asBoolean()) {
            var _ = interact(payloads.view("view_closed", person, view, Json.object()));
        }
    }

    /** Opens the app's Home tab ({@code home}) or its messages ({@code messages}). */
    public void openHome(String user, String tab) {
        events.homeOpened(workspace.directory().meantUser(user).id(), tab);
    }

    /** Sends the last event that a person brought about once more, under the same event id. */
    public CompletableFuture<Delivery> redeliverLast() {
        Delivery last = eyes.acks().reversed().stream()
                .filter(delivery -> delivery.envelope().kind() == Envelope.Kind.EVENTS_API)
                .filter(delivery -> delivery.envelope().cause() == Envelope.Cause.PERSON)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event has been delivered yet"));
        return deliverer.redeliver(last);
    }

    /** Sends anything once more as it was, as it happens where something on the way repeats a request. */
    public CompletableFuture<Delivery> redeliver(Delivery earlier) {
        return deliverer.redeliver(earlier);
    }

    /** Sends at once the events that wait for their next retry. */
    public void retryNow() {
        deliverer.retryNow();
    }

    private CompletableFuture<Delivery> interact(ObjectNode payload) {
        return deliverer.deliver(new Envelope(Envelope.Kind.INTERACTIVE, payload, false, Envelope.Cause.PERSON));
    }

    private Channel place(String channel, User person) {
        Channel place = workspace.directory().meantChannel(channel, person.id());
        if (!place.has(person.id())) {
            throw new IllegalArgumentException(person.handle() + " is not in " + place.name());
        }
        return place;
    }
}
