package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the app shows beside its messages in a thread: what it is doing, the thread's title, suggested prompts. */
public final class Assistance implements Consumer<Change> {
    private static final int KEPT = 2_000;

    private final Map<String, ObjectNode> byThread = new LinkedHashMap<>();
    private final Watchers watchers;
    private final String appUser;

    /** Nothing shown yet; it hears of the app's messages, which end what it says that it is doing. */
    Assistance(Watchers watchers, String appUser) {
        this.watchers = watchers;
        this.appUser = appUser;
    }

    /** Shows what the app is doing in a thread; empty for nothing. */
    public void status(String channel, String thread, String text) {
        shown(channel, thread).put("status", text);
        watchers.tell(new Change.Status(channel, thread, text));
    }

    /** What the app is doing in a thread, empty for nothing. */
    public String status(String channel, String thread) {
        return about(channel, thread)
                .map(known -> known.path("status").asText())
                .orElse("");
    }

    /** Shows the title ({@code title}) or the suggested prompts ({@code prompts}) of a thread. */
    public void show(String channel, String thread, String what, JsonNode value) {
        shown(channel, thread).set(what, value);
        watchers.tell(new Change.Assistance(channel, thread, what, value));
    }

    /** All that is shown in a thread: status, title, prompts. */
    public synchronized Optional<ObjectNode> about(String channel, String thread) {
        return Optional.ofNullable(byThread.get(channel + "/" + thread)).map(ObjectNode::deepCopy);
    }

    /** All that is shown in the threads of a channel, by thread. */
    public synchronized Map<String, ObjectNode> in(String channel) {
        Map<String, ObjectNode> threads = new LinkedHashMap<>();
        byThread.forEach((key, shown) -> {
            if (key.startsWith(channel + "/")) {
                threads.put(key.substring(channel.length() + 1), shown.deepCopy());
            }
        });
        return threads;
    }

    @Override
    public void accept(Change change) {
        if (change instanceof Change.Posted(Message message)
                && message.user().equals(appUser)
                && message.threadTs() != null
                && !status(message.channel(), message.threadTs()).isEmpty()) {
            status(message.channel(), message.threadTs(), "");
        }
    }

    private synchronized ObjectNode shown(String channel, String thread) {
        ObjectNode shown = byThread.computeIfAbsent(channel + "/" + thread, key -> Json.object());
        if (byThread.size() > KEPT) {
            byThread.remove(byThread.keySet().iterator().next());
        }
        return shown;
    }
}
