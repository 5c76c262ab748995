package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dashwright.lab.slack.workspace.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Deliveries as signed HTTP requests to the app's request URL. */
public final class SignedHttp implements Door, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final InstantSource realTime;
    private final AtomicReference<Optional<URI>> requestUrl = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Signing> signing;

    /** Deliveries that are signed with a secret at the real time. */
    public SignedHttp(String secret, InstantSource realTime) {
        this.realTime = realTime;
        this.signing = new AtomicReference<>(new Signing(secret, Duration.ZERO));
    }

    /**
     * Sets the request URL, having asked the app for the challenge as Slack does when the URL is entered.
     *
     * @throws IOException that says what the app answered instead
     */
    public void deliverTo(URI url) throws IOException, InterruptedException {
        String challenge = "lab-challenge-" + realTime.millis();
        String body = Json.write(Json.object()
                .put("type", "url_verification")
                .put("token", "lab")
                .put("challenge", challenge));
        HttpResponse<String> answer =
                client.send(request(url, body, "application/json"), HttpResponse.BodyHandlers.ofString());
        String said = Json.parse(answer.body())
                .map(json -> json.path("challenge").asText())
                .filter(text -> !text.isEmpty())
                .orElse(answer.body().strip());
        if (answer.statusCode() != 200 || !said.equals(challenge)) {
            throw new IOException("Your URL didn't respond with the value of the challenge parameter: " + url
                    + " answered " + answer.statusCode());
        }
        requestUrl.set(Optional.of(url));
    }

    /** Forgets the request URL. */
    public void stopDelivering() {
        requestUrl.set(Optional.empty());
    }

    /** Signs from now on with another secret or at another time, to see the app refuse it. */
    public void signAs(String secret, Duration offset) {
        signing.set(new Signing(secret, offset));
    }

    @Override
    public boolean open() {
        return requestUrl.get().isPresent();
    }

    @Override
    public Delivery.Via via() {
        return Delivery.Via.HTTP;
    }

    @Override
    public CompletableFuture<Answer> send(String id, Envelope envelope, int attempt, String reason) {
        Optional<URI> url = requestUrl.get();
        if (url.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("no request URL is set"));
        }
        boolean event = envelope.kind() == Envelope.Kind.EVENTS_API;
        HttpRequest plain =
                request(url.get(), body(envelope), event ? "application/json" : "application/x-www-form-urlencoded");
        HttpRequest.Builder request = HttpRequest.newBuilder(plain, (name, value) -> true);
        if (attempt > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(attempt)).header("X-Slack-Retry-Reason", reason);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(SignedHttp::answer);
    }

    private static Answer answer(HttpResponse<String> response) {
        boolean noRetry =
                response.headers().firstValue("X-Slack-No-Retry").orElse("").equals("1");
        String text = response.body().strip();
        JsonNode body = Json.parse(text)
                .filter(JsonNode::isObject)
                .orElse(text.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(text));
        return new Answer(response.statusCode(), body, noRetry);
    }

    private HttpRequest request(URI url, String body, String contentType) {
        Signing now = signing.get();
        String timestamp = String.valueOf(realTime.instant().plus(now.offset()).getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", Signature.of(now.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String body(Envelope envelope) {
        return switch (envelope.kind()) {
            case EVENTS_API -> Json.write(envelope.payload());
            case INTERACTIVE -> "payload=" + encoded(Json.write(envelope.payload()));
            case SLASH_COMMANDS -> form(envelope.payload());
        };
    }

    private static String form(ObjectNode payload) {
        return payload.properties().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private record Signing(String secret, Duration offset) {}
}
