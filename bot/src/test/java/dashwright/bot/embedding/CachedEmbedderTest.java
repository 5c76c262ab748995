package dashwright.bot.embedding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.bot.store.Store;
import dashwright.catalog.search.EmbedderException;
import dashwright.catalog.search.UnitVector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedEmbedderTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final EmbeddingLimits PATIENT = new EmbeddingLimits(LONG, LONG, Duration.ofMinutes(5), 1_000);
    private static final EmbeddingLimits HASTY =
            new EmbeddingLimits(Duration.ofMillis(300), LONG, Duration.ofMinutes(5), 1_000);

    private final EmbeddingServer server = new EmbeddingServer();
    private final TestClock clock = new TestClock();
    private final List<CachedEmbedder> open = new ArrayList<>();

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = Fixtures.store(folder);
    }

    @AfterEach
    void close() {
        server.close();
        open.forEach(CachedEmbedder::close);
        store.close();
    }

    private CachedEmbedder embedder(Settings.Embeddings settings, EmbeddingLimits limits) {
        CachedEmbedder embedder =
                CachedEmbedder.of(settings, store, clock, limits).orElseThrow();
        open.add(embedder);
        return embedder;
    }

    private CachedEmbedder embedder(EmbeddingLimits limits) {
        return embedder(server.openAi(), limits);
    }

    /** Ends a process, and with it all that it only remembered. */
    private static void end(CachedEmbedder embedder) {
        embedder.close();
    }

    private List<Map<String, Object>> rows() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM embeddings ORDER BY used_at, hash")
                        .mapToMap()
                        .list());
    }

    private static UnitVector vector(String text) {
        return UnitVector.of(EmbeddingServer.vector(text));
    }

    @Test
    void whereNoneIsSetThereIsNone() {
        assertThat(CachedEmbedder.of(Settings.Embeddings.NONE, store, clock, PATIENT))
                .isEmpty();
    }

    @Test
    void givesAVectorForEachTextInOrderAlsoForOneThatStandsTwice() {
        List<UnitVector> vectors = embedder(PATIENT).embed(List.of("b", "a", "b"));

        assertThat(vectors)
                .extracting(UnitVector::toArray)
                .containsExactly(
                        vector("b").toArray(),
                        vector("a").toArray(),
                        vector("b").toArray());
        assertThat(server.asked()).containsExactly(List.of("b", "a"));
    }

    @Test
    void whatIsKnownIsNotAskedForAgainEvenAfterARestart() {
        CachedEmbedder first = embedder(PATIENT);
        first.embed(List.of("a", "b"));
        first.embed(List.of("b", "a"));
        end(first);

        List<UnitVector> vectors = embedder(PATIENT).embed(List.of("a", "b"));

        assertThat(server.asked()).containsExactly(List.of("a", "b"));
        assertThat(vectors.getFirst().cosine(vector("a"))).isGreaterThan(0.999_999);
    }

    @Test
    void onlyWhatIsMissingOrChangedIsAskedForInOneCall() {
        CachedEmbedder first = embedder(PATIENT);
        first.embed(List.of("redis mem used: Memory", "disk"));
        end(first);

        embedder(PATIENT).embed(List.of("question", "redis mem used: Memory in bytes", "disk", "load"));

        assertThat(server.asked().getLast()).containsExactly("question", "redis mem used: Memory in bytes", "load");
    }

    @Test
    void anotherModelOrAddressHasVectorsOfItsOwn() {
        end(embeddedBy(server.openAi()));
        end(embeddedBy(new Settings.Embeddings(
                server.openAi().vendor(),
                "large",
                server.openAi().key(),
                server.openAi().baseUrl())));
        end(embeddedBy(server.ollama()));

        assertThat(server.asked()).hasSize(3);
        assertThat(rows())
                .extracting(row -> row.get("model"))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    private CachedEmbedder embeddedBy(Settings.Embeddings settings) {
        CachedEmbedder embedder = embedder(settings, PATIENT);
        embedder.embed(List.of("a"));
        return embedder;
    }

    @Test
    void theDatabaseKeepsNoTextAndNoKey() {
        CachedEmbedder embedder = embedder(PATIENT);
        embedder.embed(List.of("a secret project"));
        end(embedder);

        assertThat(rows()).singleElement().asString().doesNotContain("secret", EmbeddingServer.KEY);
    }

    @Test
    void theVectorsUsedLongestAgoMakeRoom() {
        EmbeddingLimits ten = new EmbeddingLimits(LONG, LONG, Duration.ofMinutes(5), 10);
        List<String> old =
                IntStream.range(0, 10).mapToObj(number -> "old " + number).toList();
        CachedEmbedder first = embedder(ten);
        first.embed(old);
        end(first);
        clock.advance(Duration.ofHours(2));
        CachedEmbedder second = embedder(ten);
        second.embed(List.of("old 7"));
        end(second);
        clock.advance(Duration.ofHours(2));

        CachedEmbedder third = embedder(ten);
        third.embed(List.of("new"));
        end(third);

        assertThat(rows()).hasSize(9);
        embedder(ten).embed(List.of("old 7", "new"));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aProviderThatIsLateKeepsNobodyWaitingAndItsAnswerIsKept() {
        server.answers(okJson("{}").withFixedDelay(1_500));
        CachedEmbedder hasty = embedder(HASTY);
        long begin = System.nanoTime();
        assertThatThrownBy(() -> hasty.embed(List.of("a")))
                .isInstanceOf(EmbedderException.class)
                .hasMessage("the embedding model did not answer within 0.3 s");
        assertThatThrownBy(() -> hasty.embed(List.of("b")))
                .hasMessageStartingWith("the embedding model did not answer within 0.3 s; it is asked again in ");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_500));

        await().untilAsserted(() -> assertThat(rows()).hasSize(1));

        assertThat(hasty.embed(List.of("a"))).hasSize(1);
        assertThatThrownBy(() -> hasty.embed(List.of("b"))).hasMessageContaining("asked again in");
        assertThat(server.asked()).containsExactly(List.of("a"));
    }

    @Test
    void aProgramThatEndsWaitsForVectorsThatAreUnderWay() {
        server.answers(okJson("{}").withFixedDelay(1_000));
        CachedEmbedder hasty = embedder(HASTY);
        assertThatThrownBy(() -> hasty.embed(List.of("a"))).isInstanceOf(EmbedderException.class);
        end(hasty);

        assertThat(rows()).hasSize(1);
        assertThatThrownBy(() -> hasty.embed(List.of("b"))).hasMessage("the program is ending");
    }

    @Test
    void aProviderThatIsDownIsAskedOnceAndAgainAfterAPause() {
        EmbeddingLimits shortPause = new EmbeddingLimits(LONG, LONG, Duration.ofMillis(500), 1_000);
        server.answers(aResponse().withStatus(500));
        CachedEmbedder embedder = embedder(shortPause);
        for (int search = 0; search < 20; search++) {
            String text = "text " + search;
            assertThatThrownBy(() -> embedder.embed(List.of(text)))
                    .hasMessageStartingWith("the embedding model's provider failed (HTTP 500)");
        }
        assertThat(server.asked()).hasSizeBetween(1, 3);
        server.recovers();

        await().ignoreExceptions().until(() -> embedder.embed(List.of("again")).size() == 1);
        assertThat(embedder.embed(List.of("and again"))).hasSize(1);
    }

    @Test
    void whatIsKnownServesWhileTheProviderIsDown() {
        CachedEmbedder embedder = embedder(PATIENT);
        embedder.embed(List.of("a"));
        server.answers(aResponse().withStatus(500));
        assertThatThrownBy(() -> embedder.embed(List.of("b"))).isInstanceOf(EmbedderException.class);

        assertThat(embedder.embed(List.of("a"))).hasSize(1);
        end(embedder);
        CachedEmbedder after = embedder(PATIENT);
        assertThatThrownBy(() -> after.embed(List.of("b"))).isInstanceOf(EmbedderException.class);
        assertThat(after.embed(List.of("a"))).hasSize(1);
    }

    @Test
    void vectorsOfAnotherLengthThanBeforeAreRefusedAndNotKept() {
        CachedEmbedder before = embedder(PATIENT);
        before.embed(List.of("a"));
        server.gives(texts -> texts.stream().map(_ -> new float[] {1, 2, 3}).toList());
        assertThatThrownBy(() -> before.embed(List.of("b")))
                .hasMessageStartingWith("the embedding model gives vectors of 3 numbers now and gave 4 before")
                .hasMessageContaining("DASH_EMBEDDINGS");
        end(before);

        CachedEmbedder after = embedder(PATIENT);
        assertThatThrownBy(() -> after.embed(List.of("b"))).hasMessageContaining("gave 4 before");
        end(after);

        assertThat(rows()).hasSize(1);
    }

    @Test
    void whatIsNoVectorIsNotKept() {
        server.gives(texts -> texts.stream().map(_ -> new float[] {0, 0}).toList());
        CachedEmbedder embedder = embedder(PATIENT);
        assertThatThrownBy(() -> embedder.embed(List.of("a", "b"))).hasMessageContaining("all zeros");
        end(embedder);

        assertThat(rows()).isEmpty();
    }

    @Test
    void aDamagedRowIsAskedForAgainAndReplaced() {
        CachedEmbedder first = embedder(PATIENT);
        first.embed(List.of("a", "b", "c"));
        end(first);
        store.jdbi().useHandle(handle -> {
            handle.execute("UPDATE embeddings SET vector = x'00000000000000000000000000000000'"
                    + " WHERE hash = (SELECT MIN(hash) FROM embeddings)");
            handle.execute("UPDATE embeddings SET vector = x'0102030405'"
                    + " WHERE hash = (SELECT MAX(hash) FROM embeddings)");
        });

        CachedEmbedder second = embedder(PATIENT);
        assertThat(second.embed(List.of("a", "b", "c"))).hasSize(3);
        end(second);

        assertThat(server.asked().getLast()).hasSize(2);
        assertThat(rows())
                .extracting(row -> row.get("vector"))
                .allSatisfy(bytes -> assertThat((byte[]) bytes).hasSize(16));
        embedder(PATIENT).embed(List.of("a", "b", "c"));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aDatabaseThatFailsCostsMoreCallsAndNoVector() {
        store.jdbi().useHandle(handle -> handle.execute("DROP TABLE embeddings"));
        CachedEmbedder embedder = embedder(PATIENT);

        assertThat(embedder.embed(List.of("a"))).hasSize(1);
        assertThat(embedder.embed(List.of("a", "b"))).hasSize(2);
        assertThat(server.asked()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void manySearchesAtOnceGetTheirOwnVectors() {
        CachedEmbedder embedder = embedder(PATIENT);
        List<CompletableFuture<List<UnitVector>>> answers = IntStream.range(0, 16)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> embedder.embed(List.of("all", "own " + number))))
                .toList();

        for (int number = 0; number < 16; number++) {
            List<UnitVector> vectors = answers.get(number).join();
            assertThat(vectors.get(1).toArray())
                    .isEqualTo(vector("own " + number).toArray());
        }
        end(embedder);
        assertThat(rows()).hasSize(17);
    }

    @Test
    void anInterruptEndsTheWaitAndIsNotSwallowed() throws InterruptedException {
        server.answers(okJson("{}").withFixedDelay(15_000));
        CachedEmbedder embedder = embedder(PATIENT);
        List<String> ended = new ArrayList<>();
        Thread waiting = new Thread(() -> {
            try {
                embedder.embed(List.of("a"));
            } catch (EmbedderException interrupted) {
                ended.add(
                        interrupted.getMessage() + ", " + Thread.currentThread().isInterrupted());
            }
        });
        waiting.start();
        await().until(() -> !server.asked().isEmpty());
        waiting.interrupt();
        waiting.join(LONG.toMillis());

        assertThat(ended).containsExactly("the search was interrupted, true");
    }
}
