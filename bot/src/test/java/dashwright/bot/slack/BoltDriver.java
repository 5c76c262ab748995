package dashwright.bot.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Types and presses as people in Slack do, straight into Bolt. */
final class BoltDriver {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final App app;
    private final String responseUrl;
    private final AtomicInteger triggers = new AtomicInteger();

    BoltDriver(App app, String responseUrl) {
        this.app = app;
        this.responseUrl = responseUrl;
    }

    /** An event as Slack delivers it; the same text delivered twice is a repeated delivery. */
    Response deliver(String event) throws Exception {
        return run(event, json());
    }

    Response slash(String text) throws Exception {
        return slash("U0ALICE", text);
    }

    Response slash(String user, String text) throws Exception {
        return run(
                "command=%2Fdash&team_id=T0&channel_id=C0OPS&user_id=" + user + "&text=" + encode(text)
                        + "&trigger_id=t" + triggers.incrementAndGet() + "&response_url=" + encode(responseUrl),
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")));
    }

    Response press(String action, String value, String user) throws Exception {
        return press(action, value, user, "1700000000.000100");
    }

    Response press(String action, String value, String user, String thread) throws Exception {
        ObjectNode payload = MAPPER.createObjectNode();
        payload.put("type", "block_actions").put("trigger_id", "t" + triggers.incrementAndGet());
        payload.put("response_url", responseUrl);
        payload.putObject("team").put("id", "T0");
        payload.putObject("user").put("id", user).put("team_id", "T0");
        payload.putObject("channel").put("id", "C0OPS");
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", "1700000000.000900")
                .put("channel_id", "C0OPS")
                .put("thread_ts", thread);
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", action)
                .put("value", value);
        return run(
                "payload=" + encode(payload.toString()),
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")));
    }

    static String mention(String id, String timestamp, String text, String thread) {
        ObjectNode event = MAPPER.createObjectNode().put("type", "app_mention");
        return event(id, timestamp, text, thread, event);
    }

    static String direct(String id, String timestamp, String text, @Nullable String bot) {
        ObjectNode event = MAPPER.createObjectNode().put("type", "message").put("channel_type", "im");
        if (bot != null) {
            event.put("bot_id", bot);
        }
        return event(id, timestamp, text, "", event);
    }

    private static String event(String id, String timestamp, String text, String thread, ObjectNode event) {
        event.put("user", "U0ALICE").put("text", text).put("ts", timestamp).put("channel", "C0OPS");
        event.put("event_ts", timestamp);
        if (!thread.isEmpty()) {
            event.put("thread_ts", thread);
        }
        ObjectNode payload =
                MAPPER.createObjectNode().put("type", "event_callback").put("event_id", id);
        payload.put("team_id", "T0").put("api_app_id", "A0");
        payload.set("event", event);
        return payload.toString();
    }

    private Response run(String body, Map<String, List<String>> headers) throws Exception {
        Request<?> request = new SlackRequestParser(app.config())
                .parse(SlackRequestParser.HttpRequest.builder()
                        .requestUri("/slack/events")
                        .requestBody(body)
                        .headers(new RequestHeaders(headers))
                        .remoteAddress("127.0.0.1")
                        .build());
        return app.run(request);
    }

    private static Map<String, List<String>> json() {
        return Map.of("Content-Type", List.of("application/json"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
