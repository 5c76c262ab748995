package dashwright.bot.embedding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dashwright.bot.Settings;
import dashwright.bot.Settings.Embeddings.Vendor;
import dashwright.catalog.search.EmbedderException;
import dashwright.catalog.search.UnitVector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VectorProviderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final EmbeddingServer server = new EmbeddingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private VectorProvider provider(Vendor vendor) {
        return VectorProvider.of(server.of(vendor), TIMEOUT).orElseThrow();
    }

    private static EmbedderException failure(VectorProvider provider, String... texts) {
        try {
            List<UnitVector> vectors = provider.vectors(List.of(texts));
            throw new AssertionError("vectors came of it: " + vectors);
        } catch (EmbedderException expected) {
            return expected;
        }
    }

    @Test
    void whereNoneIsSetThereIsNone() {
        assertThat(VectorProvider.of(Settings.Embeddings.NONE, TIMEOUT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"OPENAI", "OLLAMA"})
    void bothAreAskedOnceForAllTextsAndGiveOneVectorForEachInOrder(Vendor vendor) {
        List<UnitVector> vectors = provider(vendor).vectors(List.of("disk full", "free", "größe 🎉"));

        assertThat(vectors)
                .extracting(UnitVector::toArray)
                .containsExactly(
                        UnitVector.of(EmbeddingServer.vector("disk full")).toArray(),
                        UnitVector.of(EmbeddingServer.vector("free")).toArray(),
                        UnitVector.of(EmbeddingServer.vector("größe 🎉")).toArray());
        assertThat(server.asked()).containsExactly(List.of("disk full", "free", "größe 🎉"));
        LoggedRequest request = server.requests().getFirst();
        assertThat(request.getUrl()).isEqualTo(vendor == Vendor.OPENAI ? "/v1/embeddings" : "/api/embed");
        assertThat(request.containsHeader("Upgrade")).isFalse();
        assertThat(request.getBodyAsString()).contains(vendor == Vendor.OPENAI ? "\"small\"" : "\"nomic\"");
        assertThat(request.containsHeader("Authorization")).isEqualTo(vendor == Vendor.OPENAI);
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"OPENAI", "OLLAMA"})
    void manyTextsAreSentInBatchesOfBoundedSize(Vendor vendor) {
        List<String> texts =
                IntStream.range(0, 150).mapToObj(number -> "text " + number).toList();

        assertThat(provider(vendor).vectors(texts)).hasSize(150);

        assertThat(server.asked()).extracting(List::size).containsExactly(64, 64, 22);
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, 401, refused the key; check OPENAI_API_KEY",
        "OPENAI, 404, no such model; check DASH_EMBEDDINGS",
        "OLLAMA, 404, no such model; check DASH_EMBEDDINGS",
        "OPENAI, 429, allows no more calls for now",
        "OPENAI, 400, refused the request (HTTP 400)",
        "OPENAI, 503, failed (HTTP 503)",
        "OLLAMA, 500, failed (HTTP 500)",
    })
    void aRefusalIsPutIntoWordsAndNotTriedAgain(Vendor vendor, int status, String words) {
        server.answers(aResponse().withStatus(status).withBody("{\"error\":\"with " + EmbeddingServer.KEY + "\"}"));

        assertThat(failure(provider(vendor), "a"))
                .hasMessageContaining("provider")
                .hasMessageContaining(words)
                .hasMessageNotContaining(EmbeddingServer.KEY);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"OPENAI", "OLLAMA"})
    void aBadAnswerIsAClearFailure(Vendor vendor) {
        VectorProvider provider = provider(vendor);
        server.gives(texts -> List.of(new float[] {1, 2}));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("it gave 1 vectors for 2 texts");
        server.gives(texts -> List.of(new float[] {1, 2}, new float[] {1, 2}, new float[] {1, 2}));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("it gave 3 vectors for 2 texts");
        server.gives(texts -> List.of(new float[] {1, 2}, new float[] {0, 0}));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("a vector is all zeros");
        server.gives(texts -> List.of(new float[] {1, 2}, new float[] {1, 2, 3}));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("vectors of different lengths");
        server.gives(texts -> List.of(List.of("NaN", 1), List.of(1, 2)));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("could not be used");
        server.gives(texts -> List.of(List.of(), List.of()));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("could not be used");
        server.gives(texts -> List.of("no vector", "at all"));
        assertThat(failure(provider, "a", "b")).hasMessageContaining("could not be used");
        server.answers(aResponse().withStatus(201).withBody("<html>welcome</html>"));
        assertThat(failure(provider, "a")).hasMessageContaining("could not be used");
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"OPENAI", "OLLAMA"})
    void aConnectionThatIsCutOrNeverMadeIsNamed(Vendor vendor) {
        server.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(failure(provider(vendor), "a")).hasMessage("the connection to the embedding model failed");
        Settings.Embeddings nowhere = new Settings.Embeddings(vendor, "m", null, URI.create("http://127.0.0.1:1"));
        assertThat(failure(VectorProvider.of(nowhere, TIMEOUT).orElseThrow(), "a"))
                .hasMessage("the connection to the embedding model failed");
    }

    @Test
    void anAnswerThatTakesTooLongIsNotWaitedFor() {
        server.answers(okJson("{}").withFixedDelay(20_000));
        VectorProvider hasty =
                VectorProvider.of(server.ollama(), Duration.ofMillis(200)).orElseThrow();

        assertThat(failure(hasty, "a")).hasMessage("the embedding model did not answer in time");
    }

    @Test
    void aModelIsToldFromOthersByVendorNameAndAddress() {
        assertThat(provider(Vendor.OPENAI).identity())
                .startsWith("openai:small http://")
                .doesNotContain(EmbeddingServer.KEY);
        assertThat(VectorProvider.of(new Settings.Embeddings(Vendor.OLLAMA, "m", null, null), TIMEOUT)
                        .orElseThrow()
                        .identity())
                .isEqualTo("ollama:m");
        assertThatThrownBy(() -> provider(Vendor.OLLAMA).vectors(List.of(" "))).isInstanceOf(EmbedderException.class);
    }
}
