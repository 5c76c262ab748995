package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessAndFaultsTest {
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final ModelLab lab = ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.silent())
            .sharing(faults, journal)
            .withKey("sk-the-right-one"));
    private final ModelClient client = ModelClient.of(lab).authorizedBy("Bearer sk-the-right-one");

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void refusesAWrongKeyAndShowsOnlyItsEnds() throws IOException {
        ModelClient.Answer answer = client.authorizedBy("Bearer sk-quite-wrong").ask("hello", "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error().path("code").asText()).isEqualTo("invalid_api_key");
        assertThat(answer.error().path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(answer.error().path("message").asText())
                .contains("Incorrect API key provided: sk-***ng")
                .doesNotContain("quite");
    }

    @Test
    void refusesARequestWithoutAKey() throws IOException {
        assertThat(client.authorizedBy("").ask("hello", "").status()).isEqualTo(401);
        ModelClient.Answer answer = client.authorizedBy("Basic abc").send("GET", "/v1/models", "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error().path("message").asText()).contains("You didn't provide an API key");
    }

    @Test
    void takesAnyKeyWhereNoneIsSet() throws IOException {
        try (ModelLab open = ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.silent()))) {
            assertThat(ModelClient.of(open).ask("hello", "").status()).isEqualTo(200);
            assertThat(ModelClient.of(open)
                            .authorizedBy("Bearer ")
                            .ask("hello", "")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void failsAsToldAndAsOften() throws IOException {
        faults.add(Fault.status("/v1/chat/.*", 500, 2));
        assertThat(client.send("GET", "/v1/models", "").status()).isEqualTo(200);
        assertThat(client.ask("hello", "").error().path("type").asText()).isEqualTo("server_error");
        assertThat(client.ask("hello", "").status()).isEqualTo(500);
        assertThat(client.ask("hello", "").status()).isEqualTo(200);
    }

    @Test
    void saysWhenToComeBackWhereTheRateIsLimited() throws IOException {
        faults.add(Fault.status(".*", 429, 1));
        ModelClient.Answer answer = client.ask("hello", "");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.error().path("code").asText()).isEqualTo("rate_limit_exceeded");
        lab.play(Scripts.fixed(Turn.error(ApiError.rateLimited(Duration.ofMillis(2500)))));
        assertThat(client.ask("hello", "").header("Retry-After")).isEqualTo("3");
    }

    @Test
    void playsAConversationThatIsTooLong() throws IOException {
        lab.play(Scripts.fixed(Turn.error(ApiError.contextLengthExceeded())));
        ModelClient.Answer answer = client.ask("hello", ",\"stream\":true");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().path("code").asText()).isEqualTo("context_length_exceeded");
        assertThat(answer.error().path("param").asText()).isEqualTo("messages");
    }

    @Test
    void holdsAnswersBackAsTold() throws IOException {
        faults.add(Fault.latency("/v1/chat/completions", Duration.ofMillis(300), 1));
        long start = System.nanoTime();
        assertThat(client.ask("hello", "").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void cutsConnectionsAsTold() throws IOException {
        faults.add(Fault.cut("/v1/chat/completions", 1));
        assertThatThrownBy(() -> client.ask("hello", "")).isInstanceOf(IOException.class);
        assertThat(journal.entries()).last().extracting(Received::status).isEqualTo(0);
        assertThat(client.ask("hello", "").status()).isEqualTo(200);
    }

    @Test
    void losesAnswersThatWerePlayed() throws IOException {
        lab.play(Scripts.fixed(Turn.text("lost"), Turn.text("second")));
        faults.add(Fault.lost("/v1/chat/completions", 1));
        assertThatThrownBy(() -> client.ask("hello", "")).isInstanceOf(IOException.class);
        assertThat(client.ask("hello", "").json().toString()).contains("second");
    }

    @Test
    void hangsAndThenCutsTheConnection() {
        lab.play(Scripts.fixed(Turn.hang(Duration.ofMillis(300))));
        long start = System.nanoTime();
        assertThatThrownBy(() -> client.ask("hello", "")).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void stopsAtOnceThoughARequestHangs() {
        lab.play(Scripts.fixed(Turn.hang(Duration.ofMinutes(10))));
        CompletableFuture<Boolean> failed = CompletableFuture.supplyAsync(() -> {
            try {
                var _ = client.ask("hello", "");
                return false;
            } catch (IOException cut) {
                return true;
            }
        });
        await().until(() -> !journal.entries().isEmpty());
        lab.close();
        await().atMost(Duration.ofSeconds(10)).until(failed::isDone);
        assertThat(failed.join()).isTrue();
    }

    @Test
    void notesEveryRequestWithItsBodyAndStatus() throws IOException {
        client.ask("what is up", "");
        client.chat("no json");
        client.send("GET", "/lab/script", "");
        assertThat(journal.entries()).hasSize(2);
        Received first = journal.entries().getFirst();
        assertThat(first.service()).isEqualTo("model");
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.path()).isEqualTo("/v1/chat/completions");
        assertThat(first.body()).contains("what is up");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at()).isEqualTo(ModelClient.NOON);
        assertThat(journal.entries().getLast().status()).isEqualTo(400);
    }

    @Test
    void saysThatItsScriptBroke() throws IOException {
        lab.play(conversation -> {
            throw new IllegalStateException("no idea what to say");
        });
        ModelClient.Answer answer = client.ask("hello", "");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.error().path("message").asText()).contains("no idea what to say");
    }

    @Test
    void namesThePortThatIsTaken() {
        int taken = lab.url().getPort();
        ModelLab.Options same = ModelLab.Options.of(ModelClient.standingClock(), Scripts.silent())
                .onPort(taken);
        assertThatThrownBy(() -> ModelLab.start(same))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + taken + " is taken");
        assertThatThrownBy(() -> same.onPort(70_000)).hasMessageContaining("between 0 (any) and 65535");
    }
}
