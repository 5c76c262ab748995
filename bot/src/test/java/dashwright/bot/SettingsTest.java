package dashwright.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dashwright.bot.Settings.Service;
import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "DD_API_KEY", "api-1234",
            "DD_APP_KEY", "app-1234",
            "SLACK_BOT_TOKEN", "xoxb-1234",
            "SLACK_APP_TOKEN", "xapp-1234");

    @TempDir
    private Path folder;

    @Test
    void defaultsFillEverythingButTheKeys() {
        Settings settings = Settings.read(COMPLETE, folder, EnumSet.allOf(Service.class));

        assertThat(settings.requireDatadog().api()).isEqualTo(URI.create("https://api.datadoghq.com"));
        assertThat(settings.requireDatadog().app()).isEqualTo(URI.create("https://app.datadoghq.com"));
        assertThat(settings.requireSlack().api()).isEqualTo(URI.create("https://slack.com/api/"));
        assertThat(settings.requireSlack().transport()).isInstanceOf(Settings.Slack.SocketMode.class);
        assertThat(settings.model()).isEqualTo(Settings.Model.NONE);
        assertThat(settings.store().jdbcUrl()).isEqualTo("jdbc:sqlite:" + folder.resolve(".dash/data/dashwright.db"));
        assertThat(settings.web().port()).isEqualTo(8080);
        assertThat(settings.approval().allows("U0ANYONE")).isTrue();
    }

    @Test
    void allProblemsAreReportedAtOnceWithWhatToDo() {
        Map<String, String> wrong = Map.of(
                "DD_API_KEY", "api 1234",
                "DD_SITE", "datadoghq.example",
                "SLACK_BOT_TOKEN", "xapp-1234",
                "DASH_MODEL", "gpt-5",
                "DASH_DB", "jdbc:mysql://u:p@db/x",
                "DASH_HTTP_PORT", "http",
                "DASH_APPROVERS", "U0ALICE, @bob");

        SettingsException failure = catchThrowableOfType(
                SettingsException.class, () -> Settings.read(wrong, folder, EnumSet.allOf(Service.class)));

        assertThat(failure.problems())
                .extracting(SettingsProblem::setting)
                .containsExactlyInAnyOrder(
                        "DD_API_KEY",
                        "DD_APP_KEY",
                        "DD_SITE",
                        "SLACK_BOT_TOKEN",
                        "SLACK_APP_TOKEN",
                        "DASH_MODEL",
                        "DASH_DB",
                        "DASH_HTTP_PORT",
                        "DASH_APPROVERS");
        assertThat(failure.problems()).extracting(SettingsProblem::fix).noneMatch(String::isBlank);
        assertThat(failure)
                .hasMessageContaining("9 settings need attention")
                .hasMessageContaining("DD_URL a full address")
                .hasMessageContaining("Copy member ID")
                .hasMessageNotContaining("api 1234")
                .hasMessageNotContaining("u:p@db");
    }

    @Test
    void whatIsNotNeededIsNotAskedFor() {
        Settings settings = Settings.read(Map.of(), folder, Set.of());

        assertThat(settings.datadog()).isEmpty();
        assertThat(settings.slack()).isEmpty();
        assertThatThrownBy(settings::requireSlack).hasMessageContaining("without Slack");
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        write("DASH_HTTP_PORT: 7000\nDASH_MODEL: none\nDASH_APPROVERS: [U0ALICE, W0BOB]\n");

        Settings settings = Settings.read(Map.of("DASH_HTTP_PORT", "7001"), folder, Set.of());

        assertThat(settings.web().port()).isEqualTo(7001);
        assertThat(settings.approval().approvers()).containsExactlyInAnyOrder("U0ALICE", "W0BOB");
        assertThat(settings.approval().allows("U0EVE")).isFalse();
    }

    @Test
    void aBlankVariableCountsAsNotSet() throws IOException {
        write("DASH_HTTP_PORT: 7000\n");

        assertThat(Settings.read(Map.of("DASH_HTTP_PORT", " "), folder, Set.of())
                        .web()
                        .port())
                .isEqualTo(7000);
    }

    @Test
    void anUnknownSettingInTheFileIsNamed() throws IOException {
        write("DD_APIKEY: abc\n");

        assertThatThrownBy(() -> Settings.read(Map.of(), folder, Set.of()))
                .hasMessageContaining("DD_APIKEY: is no setting")
                .hasMessageContaining("DD_API_KEY");
    }

    @Test
    void aBrokenFileIsReportedWithoutItsContent() throws IOException {
        write("DD_API_KEY: \"very-secret\n\tDD_APP_KEY: [\n");

        assertThatThrownBy(() -> Settings.read(Map.of(), folder, Set.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("is not YAML at line")
                .hasMessageNotContaining("very-secret");
    }

    @Test
    void everythingWrongInTheFileIsNamedWithItsLine() throws IOException {
        write("""
                # ours
                DASH_HTTP_PORT: http
                DASH_MODLE: none
                DASH_MODEL:
                  name: gpt
                DASH_DATA: a
                DASH_DATA: b
                DASH_LOG_LEVEL: INFO
                """);

        assertThatThrownBy(() -> Settings.read(Map.of(), folder, Set.of()))
                .hasMessageContaining("DASH_HTTP_PORT: is not a port: http (")
                .hasMessageContaining(Settings.FILE + " line 2)")
                .hasMessageContaining(Settings.FILE + " line 3. Did you mean DASH_MODEL?")
                .hasMessageContaining(Settings.FILE + " line 4. Give it a single value")
                .hasMessageContaining("DASH_DATA: stands twice: in line 6 and in ")
                .hasMessageContaining(Settings.FILE + " line 8, which is read after logging has begun");
    }

    @Test
    void aProblemOfTheEnvironmentIsNotBlamedOnTheFile() throws IOException {
        write("DASH_HTTP_PORT: 7000\n");

        assertThatThrownBy(() -> Settings.read(Map.of("DASH_HTTP_PORT", "http"), folder, Set.of()))
                .hasMessageContaining("is not a port: http.")
                .hasMessageNotContaining("line 1");
    }

    @Test
    void aLogLevelThatIsNoneIsAProblem() {
        assertThatThrownBy(() -> Settings.read(Map.of("DASH_LOG_LEVEL", "chatty"), folder, Set.of()))
                .hasMessageContaining("DASH_LOG_LEVEL: is no level: chatty")
                .hasMessageContaining("TRACE, DEBUG, INFO");
        assertThat(Settings.read(Map.of("DASH_LOG_LEVEL", "debug"), folder, Set.of()))
                .isNotNull();
    }

    @Test
    void aFolderInTheFilesPlaceIsReported() throws IOException {
        Files.createDirectory(folder.resolve(Settings.FILE));

        assertThatThrownBy(() -> Settings.read(Map.of(), folder, Set.of()))
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("readable UTF-8 text file");
    }

    @Test
    void aFileThatIsAListIsRefused() throws IOException {
        write("- DD_API_KEY\n");

        assertThatThrownBy(() -> Settings.read(Map.of(), folder, Set.of()))
                .hasMessageContaining("is not a list of NAME: value");
    }

    @ParameterizedTest
    @CsvSource({
        "datadoghq.eu, https://api.datadoghq.eu, https://app.datadoghq.eu",
        "us5.datadoghq.com, https://api.us5.datadoghq.com, https://us5.datadoghq.com",
        "ddog-gov.com, https://api.ddog-gov.com, https://app.ddog-gov.com",
    })
    void everySiteHasItsAddresses(String site, String api, String app) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("DD_SITE", site);

        DatadogSettings datadog =
                Settings.read(environment, folder, Set.of(Service.DATADOG)).requireDatadog();

        assertThat(datadog.api()).isEqualTo(URI.create(api));
        assertThat(datadog.app()).isEqualTo(URI.create(app));
    }

    @Test
    void aFullAddressGoesBeforeTheSite() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("DD_URL", "http://127.0.0.1:8126/");

        DatadogSettings datadog =
                Settings.read(environment, folder, Set.of(Service.DATADOG)).requireDatadog();

        assertThat(datadog.api()).isEqualTo(URI.create("http://127.0.0.1:8126"));
        assertThat(datadog.app()).isEqualTo(datadog.api());
    }

    @Test
    void aSigningSecretAloneMeansHttp() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.remove("SLACK_APP_TOKEN");
        environment.put("SLACK_SIGNING_SECRET", "8f742231b10e8888abcd99yyyzzz85a5");

        assertThat(Settings.read(environment, folder, Set.of(Service.SLACK))
                        .requireSlack()
                        .transport())
                .isInstanceOf(Settings.Slack.Http.class);
    }

    @ParameterizedTest
    @CsvSource({
        "openai:gpt-5.1, OPENAI_API_KEY",
        "anthropic:claude, ANTHROPIC_API_KEY",
        "gemini:pro, GEMINI_API_KEY",
    })
    void aModelWithoutItsKeyIsAProblem(String model, String key) {
        assertThatThrownBy(() -> Settings.read(Map.of("DASH_MODEL", model), folder, Set.of()))
                .hasMessageContaining(key + ": is not set");
        assertThat(Settings.read(Map.of("DASH_MODEL", model, key, "k-1"), folder, Set.of())
                        .model()
                        .name())
                .isEqualTo(model.substring(model.indexOf(':') + 1));
    }

    @Test
    void aModelServerOfOnesOwnNeedsNoKey() {
        Settings settings = Settings.read(
                Map.of("DASH_MODEL", "openai:local", "OPENAI_BASE_URL", "http://127.0.0.1:9000/v1"), folder, Set.of());

        assertThat(settings.model().key()).isNull();
        assertThat(settings.model().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9000/v1"));
    }

    @Test
    void embeddingsAreOffUnlessTheyAreNamed() {
        assertThat(Settings.read(Map.of(), folder, Set.of()).embeddings()).isEqualTo(Settings.Embeddings.NONE);
        assertThat(Settings.read(Map.of("DASH_EMBEDDINGS", "None"), folder, Set.of())
                        .embeddings()
                        .isSet())
                .isFalse();
        assertThat(Settings.namesEmbeddings(Map.of("DASH_EMBEDDINGS", " "), folder))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "foo, names no model: foo",
        "openai:, names no model: openai:",
        "'ollama: ', names no model: ollama:",
        "pigeon:post, names an unknown provider: pigeon",
        "anthropic:claude, names an unknown provider: anthropic",
        "openai:text-embedding-3-small, OPENAI_API_KEY: is not set. DASH_EMBEDDINGS asks for it",
    })
    void embeddingsThatCannotBeUsedAreNamedWithAllElseThatIsWrong(String embeddings, String words) {
        Map<String, String> wrong = Map.of("DASH_EMBEDDINGS", embeddings, "DASH_HTTP_PORT", "http");

        assertThatThrownBy(() -> Settings.read(wrong, folder, Set.of()))
                .hasMessageContaining(words)
                .hasMessageContaining("DASH_HTTP_PORT: is not a port");
        assertThat(Settings.namesEmbeddings(wrong, folder)).isTrue();
    }

    @Test
    void anEmbeddingModelHasTheKeyAndTheAddressOfItsProvider() throws IOException {
        write("DASH_EMBEDDINGS: OpenAI:text-embedding-3-small\nOPENAI_API_KEY: k-1\n");
        Settings.Embeddings openAi = Settings.read(Map.of(), folder, Set.of()).embeddings();
        assertThat(openAi)
                .isEqualTo(new Settings.Embeddings(
                        Settings.Embeddings.Vendor.OPENAI, "text-embedding-3-small", Secret.of("k-1"), null));
        assertThat(openAi.label()).isEqualTo("openai:text-embedding-3-small");
        assertThat(openAi.toString()).doesNotContain("k-1");

        Settings.Embeddings ollama = Settings.read(
                        Map.of(
                                "DASH_EMBEDDINGS",
                                "ollama:nomic-embed-text:v1.5",
                                "OLLAMA_BASE_URL",
                                "http://gpu:11434"),
                        folder,
                        Set.of())
                .embeddings();
        assertThat(ollama.name()).isEqualTo("nomic-embed-text:v1.5");
        assertThat(ollama.key()).isNull();
        assertThat(ollama.baseUrl()).isEqualTo(URI.create("http://gpu:11434"));
    }

    @Test
    void oneWrongAddressThatTwoModelsShareIsOneProblem() {
        assertThatThrownBy(() -> Settings.read(
                        Map.of("DASH_MODEL", "ollama:a", "DASH_EMBEDDINGS", "ollama:b", "OLLAMA_BASE_URL", "gpu"),
                        folder,
                        Set.of()))
                .hasMessageStartingWith("1 setting needs attention")
                .hasMessageContaining("OLLAMA_BASE_URL");
    }

    @Test
    void secretsNeverPrint() {
        Settings settings = Settings.read(COMPLETE, folder, EnumSet.allOf(Service.class));

        assertThat(settings.toString()).contains("*****").doesNotContain("1234");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(Settings.FILE), text);
    }
}
