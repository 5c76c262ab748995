package dashwright.lab.slack.page;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium that is steered over its own protocol, so that it needs no driver beside it. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path profile;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final WebSocket socket;

    private Browser(Process process, Path profile) throws IOException, InterruptedException {
        this.process = process;
        this.profile = profile;
        this.socket = http.newWebSocketBuilder()
                .buildAsync(tab(profile), new Listener())
                .join();
    }

    /** The Chromium on the path. */
    static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(file -> file.toFile().canExecute())
                .findFirst();
    }

    static Browser open(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, profile);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private URI tab(Path profile) throws IOException, InterruptedException {
        Path port = profile.resolve("DevToolsActivePort");
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> Files.exists(port) && Files.readAllLines(port).size() > 1);
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).getFirst() + "/json");
        String tabs = http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode tab : MAPPER.readTree(tabs)) {
            if (tab.path("type").asText().equals("page")) {
                return URI.create(tab.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("the browser has no tab: " + tabs);
    }

    void go(URI address) {
        call("Page.navigate", MAPPER.createObjectNode().put("url", address.toString()));
    }

    /** What an expression is worth in the page. */
    JsonNode ask(String expression) {
        ObjectNode parameters = MAPPER.createObjectNode()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true)
                .put("userGesture", true);
        return call("Runtime.evaluate", parameters).path("result").path("value");
    }

    /** Waits until an expression is true in the page. */
    void until(String expression) {
        await(expression)
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> ask("Boolean(" + expression + ")").asBoolean());
    }

    /** The words in the first element of a selector, empty where there is none. */
    String words(String selector) {
        return ask("document.querySelector(" + MAPPER.valueToTree(selector) + ")?.innerText ?? ''")
                .asText();
    }

    void click(String selector) {
        until("document.querySelector(" + MAPPER.valueToTree(selector) + ")");
        ask("document.querySelector(" + MAPPER.valueToTree(selector) + ").click()");
    }

    /** Types where the cursor is and presses Enter. */
    void typeAndEnter(String words) {
        call("Input.insertText", MAPPER.createObjectNode().put("text", words));
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    MAPPER.createObjectNode()
                            .put("type", type)
                            .put("key", "Enter")
                            .put("code", "Enter")
                            .put("text", type.equals("keyDown") ? "\r" : "")
                            .put("windowsVirtualKeyCode", 13));
        }
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode call = MAPPER.createObjectNode().put("id", id).put("method", method);
        call.set("params", parameters);
        socket.sendText(call.toString(), true).join();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).path("result");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method, interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the browser did not answer to " + method, failed);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        http.shutdownNow();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
        // Links that lead out of the profile would stay behind.
        for (String link : List.of("SingletonSocket", "SingletonLock", "SingletonCookie")) {
            Files.deleteIfExists(profile.resolve(link));
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void heard(String message) {
            try {
                JsonNode said = MAPPER.readTree(message);
                CompletableFuture<JsonNode> asked =
                        waiting.remove(said.path("id").asInt());
                if (asked != null) {
                    asked.complete(said);
                }
            } catch (IOException broken) {
                throw new IllegalStateException("the browser says no JSON: " + message, broken);
            }
        }
    }
}
