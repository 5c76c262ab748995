package dashwright.bot.agent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dashwright.bot.Settings;
import dashwright.tools.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** An OpenAI-compatible server that plays its turns in order and then repeats the last one. */
final class ScriptedModel implements AutoCloseable {
    static final String KEY = "sk-very-secret-1234";
    private static final String PATH = "/v1/chat/completions";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().jettyStopTimeout(50L));
    private int turns;

    ScriptedModel() {
        server.start();
    }

    /** Calls a tool with arguments in single quotes. */
    ScriptedModel calls(String tool, String arguments) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("role", "assistant").putNull("content");
        ObjectNode call = message.putArray("tool_calls")
                .addObject()
                .put("id", "call_" + turns)
                .put("type", "function");
        call.putObject("function").put("name", tool).put("arguments", arguments.replace('\'', '"'));
        return turn(completion(message, "tool_calls"));
    }

    ScriptedModel says(String text) {
        return turn(completion(
                JsonNodeFactory.instance.objectNode().put("role", "assistant").put("content", text), "stop"));
    }

    /** Fails with a body that repeats the key, as some providers do. */
    ScriptedModel fails(int status) {
        return turn(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\": {\"message\": \"Problem with " + KEY + "\"}}"));
    }

    ScriptedModel hangs() {
        return turn(aResponse().withStatus(200).withFixedDelay(20_000));
    }

    ScriptedModel cuts() {
        return turn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    ScriptedModel answersGarbage() {
        return turn(aResponse().withStatus(200).withBody("<html>proxy error</html>"));
    }

    NamedModel named() {
        Settings.Model settings = new Settings.Model(
                Settings.Model.Provider.OPENAI,
                "scripted",
                Secret.of(KEY),
                URI.create("http://127.0.0.1:" + server.port() + "/v1"));
        return ChatModels.of(settings, Duration.ofSeconds(30)).orElseThrow();
    }

    /** What was sent, in order. */
    List<LoggedRequest> received() {
        return server.findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    @Override
    public void close() {
        server.stop();
    }

    private ScriptedModel turn(ResponseDefinitionBuilder answer) {
        // The turn before has always an heir, and the last one leads to itself.
        String state = turns == 0 ? Scenario.STARTED : "turn " + turns;
        if (turns > 0) {
            server.stubFor(post(urlEqualTo(PATH))
                    .inScenario("script")
                    .whenScenarioStateIs(turns == 1 ? Scenario.STARTED : "turn " + (turns - 1))
                    .willSetStateTo(state)
                    .willReturn(last));
        }
        server.stubFor(post(urlEqualTo(PATH))
                .inScenario("script")
                .whenScenarioStateIs(state)
                .willReturn(answer));
        last = answer;
        turns++;
        return this;
    }

    private ResponseDefinitionBuilder last = aResponse().withStatus(500);

    private static ResponseDefinitionBuilder completion(ObjectNode message, String reason) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1_763_000_000)
                .put("model", "scripted");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", reason);
        choice.set("message", message);
        body.putObject("usage")
                .put("prompt_tokens", 900)
                .put("completion_tokens", 100)
                .put("total_tokens", 1_000);
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString());
    }
}
