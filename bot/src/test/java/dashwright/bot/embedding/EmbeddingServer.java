package dashwright.bot.embedding;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dashwright.bot.Settings;
import dashwright.tools.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An embedding provider in the forms of OpenAI and of Ollama; it can be told to answer badly, late or not at all. */
final class EmbeddingServer implements AutoCloseable {
    static final String KEY = "sk-embed-0123456789abcdef";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final WireMockServer server;
    private final List<List<String>> asked = new CopyOnWriteArrayList<>();
    private volatile Function<List<String>, List<? extends Object>> vectors = EmbeddingServer::usual;
    private volatile ResponseDefinitionBuilder response = okJson("{}");

    EmbeddingServer() {
        this.server = new WireMockServer(options().dynamicPort().extensions(new Answers()));
        server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        server.start();
    }

    private static List<Object> usual(List<String> texts) {
        return texts.stream()
                .map(EmbeddingServer::vector)
                .map(Object.class::cast)
                .toList();
    }

    /** The vector that it gives for a text. */
    static float[] vector(String text) {
        return new float[] {text.length(), 1, text.hashCode() % 100, 2};
    }

    Settings.Embeddings openAi() {
        return new Settings.Embeddings(
                Settings.Embeddings.Vendor.OPENAI, "small", Secret.of(KEY), URI.create(server.baseUrl() + "/v1"));
    }

    Settings.Embeddings ollama() {
        return new Settings.Embeddings(Settings.Embeddings.Vendor.OLLAMA, "nomic", null, URI.create(server.baseUrl()));
    }

    Settings.Embeddings of(Settings.Embeddings.Vendor vendor) {
        return vendor == Settings.Embeddings.Vendor.OPENAI ? openAi() : ollama();
    }

    /** From now on it gives these vectors, each a list of numbers or anything else. */
    void gives(Function<List<String>, List<? extends Object>> what) {
        this.vectors = what;
    }

    /** From now on it answers so: a status that is no success stands for itself, else with the vectors. */
    void answers(ResponseDefinitionBuilder how) {
        this.response = how;
    }

    /** From now on it answers as it should. */
    void recovers() {
        this.vectors = EmbeddingServer::usual;
        this.response = okJson("{}");
    }

    /** The texts of each call so far. */
    List<List<String>> asked() {
        return List.copyOf(asked);
    }

    List<LoggedRequest> requests() {
        return server.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .map(LoggedRequest.class::cast)
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Answers in the form of the path that was asked. */
    private final class Answers implements ResponseDefinitionTransformerV2 {
        @Override
        public String getName() {
            return "vectors";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            List<String> texts = new ArrayList<>();
            try {
                JsonNode body = MAPPER.readTree(event.getRequest().getBodyAsString());
                body.path("input").forEach(text -> texts.add(text.asText()));
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
            asked.add(texts);
            ResponseDefinition planned = response.build();
            if (planned.getStatus() != 200 || planned.getFault() != null) {
                return planned;
            }
            boolean isOllama = event.getRequest().getUrl().equals("/api/embed");
            ObjectNode body = MAPPER.createObjectNode().put("model", "m");
            ArrayNode list = body.putArray(isOllama ? "embeddings" : "data");
            for (Object vector : vectors.apply(texts)) {
                JsonNode numbers = MAPPER.valueToTree(vector);
                list.add(isOllama ? numbers : MAPPER.createObjectNode().set("embedding", numbers));
            }
            return ResponseDefinitionBuilder.like(planned)
                    .withBody(body.toString())
                    .build();
        }
    }
}
