package dashwright.bot;

import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, checked whole. One record for each feature; secrets never print.
 *
 * @param datadog present where it was asked for
 * @param slack present where it was asked for
 * @param model the model, or none
 * @param embeddings the embedding model, or none
 * @param store the database
 * @param web the HTTP listener
 * @param approval who may approve
 */
public record Settings(
        Optional<DatadogSettings> datadog,
        Optional<Slack> slack,
        Model model,
        Embeddings embeddings,
        Store store,
        Web web,
        Approval approval) {

    /** How much is logged. The only setting that the file cannot have: logging begins before the file is read. */
    public static final String LOG_LEVEL = "DASH_LOG_LEVEL";

    /** Every setting there is. */
    public static final List<String> NAMES = List.of(
            "DD_API_KEY",
            "DD_APP_KEY",
            "DD_SITE",
            "DD_URL",
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN",
            "SLACK_SIGNING_SECRET",
            "SLACK_API_URL",
            "DASH_MODEL",
            "DASH_EMBEDDINGS",
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "ANTHROPIC_API_KEY",
            "ANTHROPIC_BASE_URL",
            "OLLAMA_BASE_URL",
            "GEMINI_API_KEY",
            "DASH_DB",
            "DASH_DATA",
            "DASH_HTTP_PORT",
            "DASH_APPROVERS",
            LOG_LEVEL);

    /** Logback's levels; it takes any other word for DEBUG. */
    private static final Set<String> LOG_LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

    private static final String OUR_PREFIX = "DASH_";
    private static final int TYPING_MISTAKES = 3;

    /** The file that is read beside the environment. */
    public static final String FILE = "dashwright.yaml";

    /**
     * Reads the environment first, then {@value #FILE} of a folder where there is one.
     *
     * @param environment variables by name
     * @param folder where the file is looked for, and what relative paths are relative to
     * @param needed the services that the caller will use; the settings of others are not looked at
     * @throws SettingsException with every problem, where there is at least one
     */
    public static Settings read(Map<String, String> environment, Path folder, Set<Service> needed) {
        return new SettingsReader(SettingsValues.of(environment, folder.resolve(FILE)), folder).read(needed);
    }

    /**
     * True where an embedding model is named, well or badly; nothing else is looked at, so that a verb that needs no other
     * setting does not fail for one.
     */
    public static boolean namesEmbeddings(Map<String, String> environment, Path folder) {
        return SettingsValues.of(environment, folder.resolve(FILE))
                .find("DASH_EMBEDDINGS")
                .isPresent();
    }

    /**
     * The variables that look like ours and are read by nobody: most often a typing mistake, which would otherwise go
     * unnoticed, as the default is taken in its place.
     *
     * @param environment variables by name
     */
    public static List<SettingsProblem> unknown(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(OUR_PREFIX) && !NAMES.contains(name))
                .sorted()
                .map(name -> new SettingsProblem(
                        name,
                        "is no setting and is not read",
                        nearest(name)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("docs/settings.md lists those there are.")))
                .toList();
    }

    /** The setting that a misspelled name most likely means. */
    static Optional<String> nearest(String name) {
        return Nearest.to(name.toUpperCase(Locale.ROOT), NAMES, TYPING_MISTAKES);
    }

    /** True for a level that can be set with {@value #LOG_LEVEL}, in small letters or capitals. */
    public static boolean isLogLevel(String text) {
        return LOG_LEVELS.contains(text.strip().toUpperCase(Locale.ROOT));
    }

    /** Datadog's settings, for a caller that asked for them. */
    public DatadogSettings requireDatadog() {
        return datadog.orElseThrow(() -> new IllegalStateException("the settings were read without Datadog"));
    }

    /** Slack's settings, for a caller that asked for them. */
    public Slack requireSlack() {
        return slack.orElseThrow(() -> new IllegalStateException("the settings were read without Slack"));
    }

    /** A service whose settings have no default. */
    public enum Service {
        DATADOG,
        SLACK
    }

    /**
     * Slack.
     *
     * @param botToken acts as the bot
     * @param transport how Slack reaches the bot
     * @param api the base URL of the Web API, with a slash at the end
     */
    public record Slack(Secret botToken, Transport transport, URI api) {
        /** How Slack reaches the bot. */
        public sealed interface Transport {}

        /** The bot opens a WebSocket; no address of its own is needed. */
        public record SocketMode(Secret appToken) implements Transport {}

        /** Slack posts to the bot's address and signs what it posts. */
        public record Http(Secret signingSecret) implements Transport {}
    }

    /**
     * The model.
     *
     * @param provider who serves it
     * @param name the model's name, empty for none
     * @param key the key, null where the provider needs none
     * @param baseUrl where it is served, null for the provider's own address
     */
    public record Model(
            Provider provider,
            String name,
            @Nullable Secret key,
            @Nullable URI baseUrl) {
        /** No model: the planner serves. */
        public static final Model NONE = new Model(Provider.NONE, "", null, null);

        /** Who serves a model. */
        public enum Provider {
            NONE,
            OPENAI,
            ANTHROPIC,
            OLLAMA,
            GEMINI
        }
    }

    /**
     * The model that says which texts are alike in meaning.
     *
     * @param vendor who serves it
     * @param name the model's name, empty for none
     * @param key the key, null where the provider needs none
     * @param baseUrl where it is served, null for the provider's own address
     */
    public record Embeddings(
            Vendor vendor,
            String name,
            @Nullable Secret key,
            @Nullable URI baseUrl) {
        /** None: metrics are ranked by words alone. */
        public static final Embeddings NONE = new Embeddings(Vendor.NONE, "", null, null);

        /** Who serves embeddings. */
        public enum Vendor {
            NONE,
            OPENAI,
            OLLAMA
        }

        /** True where there is one. */
        public boolean isSet() {
            return vendor != Vendor.NONE;
        }

        /** Vendor and name as people set it: {@code openai:text-embedding-3-small}. */
        public String label() {
            return vendor.name().toLowerCase(Locale.ROOT) + ":" + name;
        }
    }

    /**
     * The database.
     *
     * @param jdbcUrl its JDBC URL
     * @param dataFolder the folder for everything that is kept; made where it is missing
     */
    public record Store(String jdbcUrl, Path dataFolder) {}

    /**
     * The HTTP listener.
     *
     * @param port its port, 0 for any free one
     */
    public record Web(int port) {}

    /**
     * Who may approve.
     *
     * @param approvers Slack user ids; empty for everyone in the conversation
     */
    public record Approval(Set<String> approvers) {
        public Approval {
            approvers = Set.copyOf(approvers);
        }

        /** True where this person may approve and reject. */
        public boolean allows(String user) {
            return approvers.isEmpty() || approvers.contains(user);
        }
    }
}
