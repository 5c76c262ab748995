package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.http.Call;
import dashwright.lab.http.Forms;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Recorder;
import dashwright.lab.http.Reply;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Bytes;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Web API under {@code /api/}: tells who calls, whether they may, and how often. */
public final class WebApi {
    private static final String PREFIX = "/api/";

    private final ApiContext context;
    private final RateLimiter limiter;
    private final Map<String, Method> methods = new TreeMap<>();
    private final FileMethods files;

    /** The methods on a workspace. */
    public WebApi(ApiContext context, RateLimits limits) {
        this.context = context;
        this.limiter = new RateLimiter(limits, context.workspace().realTime());
        this.files = new FileMethods(context);
        List.of(
                        new AppMethods(context).methods(),
                        new ChatMethods(context).methods(),
                        new StreamMethods(context).methods(),
                        files.methods(),
                        new ConversationMethods(context).methods(),
                        new UserMethods(context).methods(),
                        new ViewMethods(context).methods(),
                        new AssistantMethods(context).methods())
                .forEach(group -> group.forEach(method -> methods.put(method.name(), method)));
    }

    /** The servlet of {@code /api/*}. */
    public LabServlet servlet(Recorder recorder) {
        return new LabServlet(recorder) {
            @Override
            protected Reply answer(Call call) {
                return WebApi.this.answer(call);
            }

            @Override
            protected Reply struck(int status) {
                String error = status == 429 ? "ratelimited" : "internal_error";
                Reply reply = Reply.json(status, SlackError.of(error).toJson());
                return status == 429 ? reply.with("Retry-After", "1") : reply;
            }
        };
    }

    /** The servlet of {@code /upload/v1/*}, to which the bytes of files go. */
    public LabServlet uploads(Recorder recorder) {
        return new LabServlet(recorder) {
            @Override
            protected Reply answer(Call call) {
                String id = call.path().substring(call.path().lastIndexOf('/') + 1);
                byte[] content =
                        Multipart.fileOf(call).orElseGet(() -> call.body().bytes());
                return files.take(id, Bytes.copyOf(content))
                        ? Reply.text(200, "OK - " + content.length)
                        : Reply.text(404, "no upload was asked for at this address");
            }
        };
    }

    private Reply answer(Call call) {
        String name = call.path().substring(PREFIX.length());
        try {
            Method method = Optional.ofNullable(methods.get(name))
                    .orElseThrow(() -> SlackError.with("unknown_method", Map.of("req_method", name)));
            Arguments arguments = new Arguments(arguments(call));
            authorize(method, call.bearer().orElse(arguments.text("token")));
            Optional<Long> wait = limiter.wait(name, arguments.text("channel"));
            if (wait.isPresent()) {
                return Reply.json(429, SlackError.of("ratelimited").toJson())
                        .with("Retry-After", String.valueOf(wait.get()));
            }
            ObjectNode answer = Json.object().put("ok", true);
            answer.setAll(method.call().answer(arguments));
            return accepted(Reply.json(200, answer));
        } catch (SlackError refused) {
            return accepted(Reply.json(200, refused.toJson()));
        }
    }

    private Reply accepted(Reply reply) {
        return reply.with("X-OAuth-Scopes", scopes(context.app()));
    }

    private static String scopes(AppIdentity app) {
        return String.join(",", app.scopes().stream().sorted().toList());
    }

    private void authorize(Method method, String token) {
        AppIdentity.Credentials credentials = context.app().credentials();
        boolean botToken = token.equals(credentials.botToken());
        boolean appToken = token.equals(credentials.appToken());
        if (token.isEmpty()) {
            throw SlackError.of("not_authed");
        }
        if (!botToken && !appToken) {
            throw SlackError.of("invalid_auth");
        }
        // Clients ask auth.test who they are with either token.
        boolean either = method.name().equals(AppMethods.AUTH_TEST);
        if (!either && appToken != method.name().equals(AppMethods.CONNECTIONS_OPEN)) {
            throw SlackError.of("not_allowed_token_type");
        }
        if (!method.scope().isEmpty() && !context.app().scopes().contains(method.scope())) {
            throw SlackError.with("missing_scope", Map.of("needed", method.scope(), "provided", scopes(context.app())));
        }
    }

    private static ObjectNode arguments(Call call) {
        Map<String, String> given = new LinkedHashMap<>(call.query());
        ObjectNode all = Json.object();
        switch (call.mediaType()) {
            case "application/json" -> {
                ObjectNode body = Json.parse(call.body().text())
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .orElseThrow(() -> SlackError.of("invalid_json"));
                // In a JSON body Slack takes no token: it belongs into the header.
                body.remove("token");
                all.setAll(body);
            }
            case "application/x-www-form-urlencoded" ->
                given.putAll(Forms.parse(call.body().text()));
            case "" -> {}
            default -> throw SlackError.of("invalid_post_type");
        }
        given.forEach(all::put);
        return all;
    }
}
