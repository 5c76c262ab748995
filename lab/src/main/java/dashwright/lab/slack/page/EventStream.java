package dashwright.lab.slack.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.http.Call;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Reply;
import dashwright.lab.slack.workspace.Change;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.User;
import dashwright.lab.slack.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What happens, as server-sent events: {@code /lab/stream?user=…} tells what that user sees. */
public final class EventStream extends LabServlet {
    private static final int MOST_WAITING = 5_000;
    private static final long SIGN_OF_LIFE_SECONDS = 10;
    private static final String END = "";

    private final transient Workspace workspace;
    private final transient PageJson describe;
    private final transient Set<BlockingQueue<String>> open = ConcurrentHashMap.newKeySet();

    /** A stream of a workspace's changes. */
    public EventStream(Workspace workspace, PageJson describe) {
        this.workspace = workspace;
        this.describe = describe;
    }

    @Override
    protected Reply answer(Call call) {
        Optional<User> user = workspace.directory().user(call.parameter("user"));
        if (user.isEmpty()) {
            return Reply.text(404, "name a user, as in /lab/stream?user=U0MAYA001");
        }
        return Reply.stream("text/event-stream; charset=utf-8", output -> stream(user.get(), output))
                .with("Cache-Control", "no-store");
    }

    private void stream(User user, OutputStream output) throws IOException {
        BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
        open.add(waiting);
        // Who reads too slowly loses events and sees them when the page is loaded anew.
        Runnable stop = workspace
                .watchers()
                .watch(change -> seen(change, user).ifPresent(event -> {
                    var _ = waiting.offer("data: " + Json.write(event) + "\n\n");
                }));
        try {
            String next = ": connected\n\n";
            while (!next.equals(END)) {
                output.write(next.getBytes(StandardCharsets.UTF_8));
                output.flush();
                String event = waiting.poll(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
                next = event == null ? ": still here\n\n" : event;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stop.run();
            open.remove(waiting);
        }
    }

    private Optional<ObjectNode> seen(Change change, User user) {
        return switch (change) {
            case Change.Posted(var message)
            when message.visibleFor(user.id()) && in(message.channel(), user) ->
                Optional.of(event("message").set("message", describe.message(message)));
            case Change.Edited(var _, var after)
            when after.visibleFor(user.id()) && in(after.channel(), user) ->
                Optional.of(event("message").set("message", describe.message(after)));
            case Change.Deleted(var message)
            when message.visibleFor(user.id()) && in(message.channel(), user) ->
                Optional.of(event("deleted").put("channel", message.channel()).put("ts", message.ts()));
            case Change.Status(var channel, var thread, var text)
            when in(channel, user) ->
                Optional.of(event("status")
                        .put("channel", channel)
                        .put("thread", thread)
                        .put("text", text));
            case Change.Assistance(var channel, var thread, var what, var value)
            when in(channel, user) ->
                Optional.of(event(what)
                        .put("channel", channel)
                        .put("thread", thread)
                        .set("value", value));
            case Change.Opened(var view)
            when view.user().equals(user.id()) -> Optional.of(event("view").set("view", describe.view(view)));
            case Change.Closed(var view)
            when view.user().equals(user.id()) ->
                Optional.of(event("view_closed").put("view", view.id()));
            case Change.Home(var view)
            when view.user().equals(user.id()) -> Optional.of(event("home").set("view", describe.view(view)));
            case Change.Trouble(var who, var channel, var ts, var text)
            when who.equals(user.id()) ->
                Optional.of(
                        event("trouble").put("channel", channel).put("ts", ts).put("text", text));
            default -> Optional.empty();
        };
    }

    private boolean in(String channel, User user) {
        return workspace
                .directory()
                .channel(channel)
                .filter(place -> place.has(user.id()))
                .isPresent();
    }

    private static ObjectNode event(String type) {
        return Json.object().put("type", type);
    }

    @Override
    public void destroy() {
        open.forEach(waiting -> {
            var _ = waiting.offer(END);
        });
        super.destroy();
    }
}
