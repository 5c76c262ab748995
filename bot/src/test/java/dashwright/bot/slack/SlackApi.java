package dashwright.bot.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dashwright.bot.Settings;
import dashwright.tools.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of Slack's Web API over HTTP as the bot calls; remembers what it was sent. */
public final class SlackApi implements AutoCloseable {
    /** What HTTP requests are signed with. */
    public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final int UNLESS_TOLD_OTHERWISE = 10;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().globalTemplating(true));

    /** A Slack that takes everything. */
    public SlackApi() {
        server.start();
        answer(
                "auth.test",
                "{\"ok\":true,\"user_id\":\"U0DASH\",\"bot_id\":\"B0DASH\",\"team_id\":\"T0\",\"url\":\"https://x.slack.com/\"}");
        answer(
                "chat.postMessage",
                "{\"ok\":true,\"channel\":\"C0OPS\",\"ts\":\"{{now format='epoch'}}.{{randomValue length=9 type='NUMERIC'}}\"}");
        answer("chat.update", "{\"ok\":true}");
        answer("chat.postEphemeral", "{\"ok\":true}");
        answer(
                "files.getUploadURLExternal",
                "{\"ok\":true,\"file_id\":\"F1\",\"upload_url\":\"" + server.baseUrl() + "/upload\"}");
        answer("files.completeUploadExternal", "{\"ok\":true,\"files\":[{\"id\":\"F1\"}]}");
        server.stubFor(any(anyUrl())
                .atPriority(UNLESS_TOLD_OTHERWISE + 1)
                .willReturn(aResponse().withBody("ok")));
    }

    /** Settings that point at this Slack, over HTTP. */
    public Settings.Slack settings() {
        return new Settings.Slack(
                Secret.of("xoxb-test"),
                new Settings.Slack.Http(Secret.of(SIGNING_SECRET)),
                URI.create(server.baseUrl() + "/api/"));
    }

    /** Where private answers to commands and presses go. */
    public String responseUrl() {
        return server.baseUrl() + "/respond";
    }

    /** What a method answers from now on. */
    public void answers(String method, String json) {
        server.stubFor(post(path(method)).atPriority(1).willReturn(json(json)));
    }

    /** What a method answers the next time only, as an HTTP status with a Retry-After of no seconds. */
    public void answersOnce(String method, int status) {
        server.stubFor(post(path(method))
                .atPriority(1)
                .inScenario(method)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "0"))
                .willSetStateTo("answered"));
    }

    /** What a method answers from now on, as an HTTP status. */
    public void answers(String method, int status) {
        server.stubFor(post(path(method))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "0")));
    }

    /** What private answers to commands and presses are met with from now on. */
    public void answersResponses(int status, String body) {
        server.stubFor(post(urlPathEqualTo("/respond"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /** The forms that were posted to a method, oldest first. */
    public List<Map<String, String>> calls(String method) {
        return server.findAll(postRequestedFor(path(method))).stream()
                .map(request -> form(request.getBodyAsString()))
                .toList();
    }

    /** The blocks of all updates so far, as one text a message's update, oldest first. */
    public List<String> updates() {
        return calls("chat.update").stream()
                .map(form -> form.getOrDefault("blocks", ""))
                .toList();
    }

    /** The private answers, as JSON texts. */
    public List<String> responses() {
        return server.findAll(postRequestedFor(urlPathEqualTo("/respond"))).stream()
                .map(request -> readable(request.getBodyAsString()))
                .toList();
    }

    /** The contents of uploaded files. */
    public List<String> uploads() {
        return server.findAll(postRequestedFor(urlPathEqualTo("/upload"))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void answer(String method, String json) {
        server.stubFor(post(path(method)).atPriority(UNLESS_TOLD_OTHERWISE).willReturn(json(json)));
    }

    private static UrlPattern path(String method) {
        return urlPathEqualTo("/api/" + method);
    }

    private static ResponseDefinitionBuilder json(String json) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(json);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> readable(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)),
                        (first, second) -> second));
    }

    /** The SDK's JSON writes signs of HTML and quotes as escapes. */
    private static String readable(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
