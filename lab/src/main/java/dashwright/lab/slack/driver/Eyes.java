package dashwright.lab.slack.driver;

import dashwright.lab.slack.delivery.Deliverer;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.StoredFile;
import dashwright.lab.slack.workspace.View;
import dashwright.lab.slack.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be seen in the workspace. Nothing here waits: a test asks until it sees what it expects. */
public final class Eyes {
    private final Workspace workspace;
    private final Deliverer deliverer;

    Eyes(Workspace workspace, Deliverer deliverer) {
        this.workspace = workspace;
        this.deliverer = deliverer;
    }

    /** What everybody sees in a channel, replies too, oldest first. A person's direct messages are named by {@code D…}. */
    public List<Message> messages(String channel) {
        return workspace.messages().in(place(channel).id()).stream()
                .filter(message -> !message.ephemeral())
                .toList();
    }

    /** A thread as everybody sees it, named by the timestamp of its root: the root and its replies, oldest first. */
    public List<Message> thread(String ts) {
        return workspace
                .messages()
                .find(ts)
                .map(root -> workspace.messages().thread(root.channel(), ts).stream()
                        .filter(message -> !message.ephemeral())
                        .toList())
                .orElse(List.of());
    }

    /** The newest message of a channel, ephemeral ones too, in which these words can be read. */
    public Optional<Message> sawMessage(String channel, String words) {
        return sawMessage(channel, message -> message.words().contains(words));
    }

    /** The newest message of a channel, ephemeral ones too, that is as wanted. */
    public Optional<Message> sawMessage(String channel, Predicate<Message> wanted) {
        return workspace.messages().in(place(channel).id()).reversed().stream()
                .filter(wanted)
                .findFirst();
    }

    /** What only this user sees, oldest first. */
    public List<Message> ephemerals(String user) {
        String id = workspace.directory().meantUser(user).id();
        return workspace.messages().all().stream()
                .filter(message -> id.equals(message.visibleTo()))
                .sorted(Comparator.comparing(Message::ts))
                .toList();
    }

    /** What the app says that it is doing in a thread, empty for nothing. */
    public String status(String threadTs) {
        return workspace.assistance().status(message(threadTs).channel(), threadTs);
    }

    /** The uploaded files, oldest first. */
    public List<StoredFile> files() {
        return workspace.files().all();
    }

    /** Everything that was sent to the app and how it answered, oldest first. */
    public List<Delivery> acks() {
        return deliverer.deliveries();
    }

    /** How many events wait for their next retry. */
    public int waitingRetries() {
        return deliverer.waiting();
    }

    /** The uppermost modal before a user. */
    public Optional<View> modal(String user) {
        List<View> open =
                workspace.views().modalsOf(workspace.directory().meantUser(user).id());
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
    }

    /** A user's Home tab. */
    public Optional<View> home(String user) {
        return workspace.views().homeOf(workspace.directory().meantUser(user).id());
    }

    /**
     * The message of a timestamp.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Message message(String ts) {
        return workspace
                .messages()
                .find(ts)
                .orElseThrow(() -> new IllegalArgumentException("there is no message " + ts));
    }

    /**
     * The modal or Home tab of an id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public View view(String id) {
        return workspace.views().find(id).orElseThrow(() -> new IllegalArgumentException("there is no view " + id));
    }

    private Channel place(String channel) {
        return workspace.directory().meantChannel(channel, "");
    }
}
