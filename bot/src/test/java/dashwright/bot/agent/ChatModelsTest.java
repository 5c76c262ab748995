package dashwright.bot.agent;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dashwright.bot.Settings;
import dashwright.tools.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatModelsTest {
    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void noModelIsNoClient() {
        assertThat(ChatModels.of(Settings.Model.NONE, Duration.ofSeconds(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, /v1, /v1/chat/completions",
        "ANTHROPIC, /v1, /v1/messages",
        "OLLAMA, '', /api/chat",
        "GEMINI, /v1beta, /v1beta/models/some-model:generateContent",
    })
    void eachProviderIsAskedOnceAtItsAddressWithoutAnUpgrade(
            Settings.Model.Provider provider, String base, String path) {
        NamedModel model = ChatModels.of(
                        new Settings.Model(
                                provider,
                                "some-model",
                                Secret.of("key-1234"),
                                URI.create("http://127.0.0.1:" + server.port() + base)),
                        Duration.ofSeconds(5))
                .orElseThrow();

        assertThatThrownBy(() -> model.model().chat("Hello")).isInstanceOf(RuntimeException.class);

        List<LoggedRequest> received = server.findAll(anyRequestedFor(anyUrl()));
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().getUrl()).startsWith(path);
        assertThat(received.getFirst().containsHeader("Upgrade")).isFalse();
        assertThat(model.name()).isEqualTo(provider.name().toLowerCase(Locale.ROOT) + ":some-model");
        assertThat(model.toString()).doesNotContain("key-1234");
    }

    @Test
    void ollamaIsToldNotToThink() {
        NamedModel model = ChatModels.of(
                        new Settings.Model(
                                Settings.Model.Provider.OLLAMA,
                                "some-model",
                                null,
                                URI.create("http://127.0.0.1:" + server.port())),
                        Duration.ofSeconds(5))
                .orElseThrow();

        assertThatThrownBy(() -> model.model().chat("Hello")).isInstanceOf(RuntimeException.class);

        assertThat(server.findAll(anyRequestedFor(anyUrl())).getFirst().getBodyAsString())
                .containsPattern("\"think\"\\s*:\\s*false")
                .containsPattern("\"num_ctx\"\\s*:\\s*16384");
    }

    @Test
    void whatAProviderSaysIsShownWithoutTheKey() {
        NamedModel model = ChatModels.of(
                        new Settings.Model(
                                Settings.Model.Provider.OPENAI, "m", Secret.of("key-0123456789abcdef"), null),
                        Duration.ofSeconds(5))
                .orElseThrow();

        assertThat(model.withoutKey("Incorrect key\nkey-0123456789abcdef given"))
                .isEqualTo("Incorrect key ***** given");
    }
}
