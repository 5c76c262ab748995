package dashwright.lab.slack.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.http.Call;
import dashwright.lab.http.Reply;
import dashwright.lab.http.Routes;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.delivery.SignedHttp;
import dashwright.lab.slack.delivery.SocketMode;
import dashwright.lab.slack.driver.SlackDriver;
import dashwright.lab.slack.driver.Submission;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Control routes with the verbs of the {@link SlackDriver}: what goes to the app is answered once the app has. */
public final class DoingRoutes {
    private final SlackDriver people;
    private final PageJson describe;
    private final SocketMode socketMode;
    private final SignedHttp http;

    /** Routes that act in a workspace. */
    public DoingRoutes(SlackDriver people, PageJson describe, SocketMode socketMode, SignedHttp http) {
        this.people = people;
        this.describe = describe;
        this.socketMode = socketMode;
        this.http = http;
    }

    /** The routes. */
    public Map<String, Routes.Handler> routes() {
        Map<String, Routes.Handler> routes = new HashMap<>();
        routes.put("POST /lab/slash", this::slash);
        routes.put("POST /lab/messages", this::say);
        routes.put("POST /lab/press", this::press);
        routes.put("POST /lab/submit", this::submit);
        routes.put("POST /lab/close", this::closeModal);
        routes.put("POST /lab/home", this::openHome);
        routes.put("GET /lab/acks", call -> acks());
        routes.put("GET /lab/connection", call -> connection());
        routes.put("POST /lab/redeliver", call -> delivered(people.redeliverLast()));
        routes.put("POST /lab/retries", call -> retry());
        routes.put("POST /lab/request-url", this::setRequestUrl);
        routes.put("POST /lab/disconnect", this::disconnect);
        return routes;
    }

    /** {@code {"user", "channel", "text"}}, the text with the command. */
    private Reply slash(Call call) throws IOException {
        ObjectNode body = call.jsonObject();
        return delivered(people.typeSlash(text(body, "user"), text(body, "channel"), text(body, "text")));
    }

    /** {@code {"user", "channel", "text"}} for a message, {@code {"user", "thread_ts", "text"}} for a reply. */
    private Reply say(Call call) {
        ObjectNode body = call.jsonObject();
        Message said = body.hasNonNull("thread_ts")
                ? people.replyInThread(text(body, "user"), text(body, "thread_ts"), text(body, "text"))
                : people.say(text(body, "user"), text(body, "channel"), text(body, "text"));
        return Reply.json(200, describe.message(said));
    }

    /**
     * {@code {"user", "ts" or "view", "element"}}, with {@code value} for what is chosen and {@code filled} for what the
     * other inputs hold, by action id.
     */
    private Reply press(Call call) throws IOException {
        ObjectNode body = call.jsonObject();
        JsonNode value = body.hasNonNull("value") ? body.get("value") : MissingNode.getInstance();
        String user = text(body, "user");
        String element = text(body, "element");
        return delivered(
                body.hasNonNull("view")
                        ? people.actInView(user, text(body, "view"), element, value, filled(body))
                        : people.act(user, text(body, "ts"), element, value, filled(body)));
    }

    /** {@code {"user", "view", "filled"}}. */
    private Reply submit(Call call) throws IOException {
        ObjectNode body = call.jsonObject();
        Submission submission = awaited(people.submit(text(body, "user"), text(body, "view"), filled(body)));
        ObjectNode answer = submission.delivery().toJson();
        ObjectNode errors = answer.putObject("errors");
        submission.errors().forEach(errors::put);
        return Reply.json(200, answer);
    }

    private Reply closeModal(Call call) {
        ObjectNode body = call.jsonObject();
        people.closeModal(text(body, "user"), text(body, "view"));
        return Reply.text(204, "");
    }

    private Reply openHome(Call call) {
        ObjectNode body = call.jsonObject();
        people.openHome(text(body, "user"), body.path("tab").asText("home"));
        return Reply.text(204, "");
    }

    private Reply acks() {
        ArrayNode acks = Json.array();
        people.sees().acks().forEach(delivery -> acks.add(delivery.toJson()));
        return Reply.json(
                200,
                Json.object().put("waiting", people.sees().waitingRetries()).set("acks", acks));
    }

    private Reply connection() {
        return Reply.json(
                200, Json.object().put("socket_mode", socketMode.connections()).put("request_url", http.open()));
    }

    private Reply retry() {
        people.retryNow();
        return acks();
    }

    /** {@code {"url"}}; an empty one takes it away. */
    private Reply setRequestUrl(Call call) throws IOException {
        String url = call.jsonObject().path("url").asText();
        if (url.isEmpty()) {
            http.stopDelivering();
            return connection();
        }
        try {
            http.deliverTo(URI.create(url));
        } catch (IOException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
        return connection();
    }

    private Reply disconnect(Call call) {
        socketMode.disconnect(call.jsonObject().path("reason").asText("refresh_requested"));
        return connection();
    }

    private static Reply delivered(CompletableFuture<Delivery> delivery) throws IOException {
        return Reply.json(200, awaited(delivery).toJson());
    }

    private static <T> T awaited(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IOException("the delivery failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
    }

    private static InterruptedIOException stopped(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        InterruptedIOException stopped = new InterruptedIOException("the lab is being closed");
        stopped.initCause(interrupted);
        return stopped;
    }

    private static Map<String, JsonNode> filled(ObjectNode body) {
        Map<String, JsonNode> filled = new HashMap<>();
        body.path("filled").properties().forEach(entry -> filled.put(entry.getKey(), entry.getValue()));
        return filled;
    }

    private static String text(ObjectNode body, String name) {
        String given = body.path(name).asText();
        if (given.isBlank()) {
            throw new IllegalArgumentException("the body lacks \"" + name + "\"");
        }
        return given;
    }
}
