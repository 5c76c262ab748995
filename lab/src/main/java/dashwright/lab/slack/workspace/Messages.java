package dashwright.lab.slack.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All messages, by channel and in order of time; the oldest go where a channel holds too many. */
public final class Messages {
    private static final int KEPT = 5_000;

    private final Map<String, NavigableMap<String, Message>> byChannel = new HashMap<>();
    private final Watchers watchers;

    /** No messages yet. */
    public Messages(Watchers watchers) {
        this.watchers = watchers;
    }

    /** Adds a message. */
    public synchronized Message post(Message message) {
        NavigableMap<String, Message> channel = channel(message.channel());
        channel.put(message.ts(), message);
        if (channel.size() > KEPT) {
            channel.pollFirstEntry();
        }
        watchers.tell(new Change.Posted(message));
        return message;
    }

    /** Changes a message; empty where there is none. */
    public synchronized Optional<Message> change(String channel, String ts, UnaryOperator<Message> how) {
        return find(channel, ts).map(before -> {
            Message after = how.apply(before);
            channel(channel).put(ts, after);
            watchers.tell(new Change.Edited(before, after));
            return after;
        });
    }

    /** Takes a message away; empty where there is none. */
    public synchronized Optional<Message> delete(String channel, String ts) {
        return find(channel, ts).map(message -> {
            channel(channel).remove(ts);
            watchers.tell(new Change.Deleted(message));
            return message;
        });
    }

    /** A message of a channel. */
    public synchronized Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(channel(channel).get(ts));
    }

    /** A message wherever it is: no two have the same timestamp here. */
    public synchronized Optional<Message> find(String ts) {
        return List.copyOf(byChannel.keySet()).stream()
                .map(channel -> find(channel, ts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All messages of a channel, replies and ephemeral ones too, oldest first. */
    public synchronized List<Message> in(String channel) {
        return List.copyOf(channel(channel).values());
    }

    /** A thread: its root and its replies, oldest first; ephemeral ones too. */
    public synchronized List<Message> thread(String channel, String root) {
        return in(channel).stream()
                .filter(message -> message.ts().equals(root) || root.equals(message.threadTs()))
                .toList();
    }

    /** All messages of all channels, oldest first within a channel. */
    public synchronized List<Message> all() {
        return List.copyOf(byChannel.keySet()).stream()
                .flatMap(channel -> in(channel).stream())
                .toList();
    }

    private NavigableMap<String, Message> channel(String id) {
        return byChannel.computeIfAbsent(id, any -> new TreeMap<>());
    }
}
