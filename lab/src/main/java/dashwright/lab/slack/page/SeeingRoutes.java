package dashwright.lab.slack.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.http.Call;
import dashwright.lab.http.Reply;
import dashwright.lab.http.Routes;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.StoredFile;
import dashwright.lab.slack.workspace.User;
import dashwright.lab.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** Control routes that show the workspace: to the page as one user sees it, to a test as it is. */
public final class SeeingRoutes {
    private final Workspace workspace;
    private final PageJson describe;
    private final String baseUrl;
    private final List<String> suggestions;

    /**
     * Routes over a workspace.
     *
     * @param suggestions requests that the page suggests to try
     */
    public SeeingRoutes(Workspace workspace, PageJson describe, String baseUrl, List<String> suggestions) {
        this.workspace = workspace;
        this.describe = describe;
        this.baseUrl = baseUrl;
        this.suggestions = List.copyOf(suggestions);
    }

    /** The routes. */
    public Map<String, Routes.Handler> routes() {
        return Map.of(
                "GET /lab/workspace", this::all,
                "GET /lab/users", call -> users(),
                "GET /lab/messages", this::messages,
                "GET /lab/assistance", this::assistance,
                "GET /lab/views", this::views,
                "GET /lab/files", call -> files(),
                "GET /lab/files/*", this::file);
    }

    private Reply all(Call call) {
        String named = call.parameter("user");
        User you = named.isEmpty()
                ? workspace.directory().people().getFirst()
                : workspace.directory().meantUser(named);
        return Reply.json(200, describe.workspace(you, suggestions));
    }

    private Reply users() {
        ArrayNode users = Json.array();
        workspace.directory().users().forEach(user -> users.add(PageJson.user(user)));
        return Reply.json(200, Json.object().set("users", users));
    }

    /** {@code ?channel=} by id or name; {@code ?user=} narrows it down to what that user sees. */
    private Reply messages(Call call) {
        Channel channel = workspace.directory().meantChannel(call.parameter("channel"), call.parameter("user"));
        String viewer = call.parameter("user");
        List<Message> seen = workspace.messages().in(channel.id()).stream()
                .filter(message -> viewer.isEmpty() || message.visibleFor(viewer))
                .toList();
        return Reply.json(200, Json.object().set("messages", describe.messages(seen)));
    }

    /** What the app shows beside its messages in the threads of a channel. */
    private Reply assistance(Call call) {
        Channel channel = workspace.directory().meantChannel(call.parameter("channel"), call.parameter("user"));
        ObjectNode threads = Json.object();
        workspace.assistance().in(channel.id()).forEach(threads::set);
        return Reply.json(200, Json.object().set("threads", threads));
    }

    private Reply views(Call call) {
        User user = workspace.directory().meantUser(call.parameter("user"));
        ObjectNode body = Json.object();
        ArrayNode modals = body.putArray("modals");
        workspace.views().modalsOf(user.id()).forEach(view -> modals.add(describe.view(view)));
        workspace.views().homeOf(user.id()).ifPresent(view -> body.set("home", describe.view(view)));
        return Reply.json(200, body);
    }

    private Reply files() {
        ArrayNode files = Json.array();
        workspace.files().all().forEach(file -> files.add(file.toJson(baseUrl)));
        return Reply.json(200, Json.object().set("files", files));
    }

    /** A file's bytes as the page shows them; {@code ?download=1} has the browser save them. */
    private Reply file(Call call) {
        String id = call.path().substring(call.path().lastIndexOf('/') + 1);
        StoredFile file =
                workspace.files().find(id).orElseThrow(() -> new IllegalArgumentException("there is no file " + id));
        String how = call.parameter("download").isEmpty() ? "inline" : "attachment";
        String name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        // A file comes from the app: it may be looked at, but nothing in it may run.
        return Reply.of(200, file.mediaType(), file.content().toArray())
                .with("Content-Disposition", how + "; filename=\"" + name + "\"")
                .with("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .with("X-Content-Type-Options", "nosniff");
    }
}
