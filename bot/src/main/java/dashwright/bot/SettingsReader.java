package dashwright.bot;

import dashwright.tools.Secret;
import dashwright.tools.datadog.DatadogSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads each feature's settings out of the raw values, noting every problem before it gives up. */
final class SettingsReader {
    /** Slack's ids of people: U… or, on Enterprise Grid, W…. */
    private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]{2,}");

    private static final String DEFAULT_SLACK = "https://slack.com/api/";
    private static final int DEFAULT_PORT = 8080;

    private final SettingsValues values;
    private final Path folder;

    SettingsReader(SettingsValues values, Path folder) {
        this.values = values;
        this.folder = folder;
    }

    Settings read(Set<Settings.Service> needed) {
        DatadogSettings datadog = needed.contains(Settings.Service.DATADOG) ? datadog() : null;
        Settings.@Nullable Slack slack = needed.contains(Settings.Service.SLACK) ? slack() : null;
        ModelSettings models = new ModelSettings(values, this);
        Settings.Model model = models.model();
        Settings.Embeddings embeddings = models.embeddings();
        Settings.Store store = store();
        Settings.Web web = new Settings.Web(port());
        Settings.Approval approval = new Settings.Approval(approvers());
        checkLogLevel();
        if (!values.problems().isEmpty()) {
            throw new SettingsException(values.problems());
        }
        return new Settings(
                Optional.ofNullable(datadog), Optional.ofNullable(slack), model, embeddings, store, web, approval);
    }

    private @Nullable DatadogSettings datadog() {
        Secret apiKey = secret("DD_API_KEY", "Make one in Datadog under Organization Settings > API Keys.");
        Secret appKey = secret("DD_APP_KEY", "Make one in Datadog under Organization Settings > Application Keys.");
        // The address is checked even where a key is missing, so that all problems come at once.
        Secret unused = Secret.of("unused");
        DatadogSettings address = datadog(apiKey == null ? unused : apiKey, appKey == null ? unused : appKey);
        return apiKey == null || appKey == null ? null : address;
    }

    private @Nullable DatadogSettings datadog(Secret apiKey, Secret appKey) {
        Optional<String> url = values.find("DD_URL");
        try {
            return DatadogSettings.of(values.find("DD_SITE").orElse(null), url.orElse(null), apiKey, appKey);
        } catch (IllegalArgumentException wrong) {
            values.problem(
                    url.isPresent() ? "DD_URL" : "DD_SITE",
                    String.valueOf(wrong.getMessage()),
                    "DD_SITE takes a site as in datadoghq.eu, DD_URL a full address as in https://api.datadoghq.eu.");
            return null;
        }
    }

    private Settings.@Nullable Slack slack() {
        Secret botToken = token("SLACK_BOT_TOKEN", "xoxb-", "Copy it from the Slack app's page OAuth & Permissions.");
        Settings.Slack.Transport transport = transport();
        String text = values.find("SLACK_API_URL").orElse(DEFAULT_SLACK);
        URI api = checkedUrl("SLACK_API_URL", text.endsWith("/") ? text : text + "/");
        return botToken == null || transport == null || api == null
                ? null
                : new Settings.Slack(botToken, transport, api);
    }

    private Settings.Slack.@Nullable Transport transport() {
        if (values.find("SLACK_APP_TOKEN").isPresent()) {
            Secret appToken = token(
                    "SLACK_APP_TOKEN", "xapp-", "Make one with the scope connections:write under Basic Information.");
            return appToken == null ? null : new Settings.Slack.SocketMode(appToken);
        }
        if (values.find("SLACK_SIGNING_SECRET").isEmpty()) {
            values.problem(
                    "SLACK_APP_TOKEN",
                    "is not set, and neither is SLACK_SIGNING_SECRET",
                    "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET where Slack posts to this bot's address.");
            return null;
        }
        Secret signingSecret = secret("SLACK_SIGNING_SECRET", "Copy it from the Slack app's page Basic Information.");
        return signingSecret == null ? null : new Settings.Slack.Http(signingSecret);
    }

    private Settings.Store store() {
        Path data = path("DASH_DATA", ".dash/data");
        String jdbcUrl = values.find("DASH_DB").orElse("jdbc:sqlite:" + data.resolve("dashwright.db"));
        if (!jdbcUrl.startsWith("jdbc:sqlite:")) {
            // The value itself may carry a password.
            values.problem(
                    "DASH_DB",
                    "is not the JDBC URL of an SQLite database",
                    "Use jdbc:sqlite:/path/to/dashwright.db, or leave it out for a file in DASH_DATA.");
        }
        return new Settings.Store(jdbcUrl, data);
    }

    private Path path(String setting, String otherwise) {
        String text = values.find(setting).orElse(otherwise);
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException wrong) {
            values.problem(setting, "is not a path: " + wrong.getReason(), "Use the path of a folder.");
            return folder;
        }
    }

    private int port() {
        Optional<String> text = values.find("DASH_HTTP_PORT");
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (text.get().matches("\\d{1,5}") && Integer.parseInt(text.get()) <= 65_535) {
            return Integer.parseInt(text.get());
        }
        values.problem(
                "DASH_HTTP_PORT",
                "is not a port: " + text.get(),
                "Use a number from 1 to 65535, or 0 for any free port.");
        return DEFAULT_PORT;
    }

    private Set<String> approvers() {
        Set<String> approvers = new LinkedHashSet<>();
        Arrays.stream(values.find("DASH_APPROVERS").orElse("").split(","))
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .forEach(approvers::add);
        approvers.stream()
                .filter(user -> !USER_ID.matcher(user).matches())
                .forEach(user -> values.problem(
                        "DASH_APPROVERS",
                        "holds " + user + ", which is not a Slack user id",
                        "Open the person's profile in Slack, choose Copy member ID, and list ids such as U012AB3CD."));
        return approvers;
    }

    private void checkLogLevel() {
        values.find(Settings.LOG_LEVEL)
                .filter(level -> !Settings.isLogLevel(level))
                .ifPresent(level -> values.problem(
                        Settings.LOG_LEVEL, "is no level: " + level, "Use TRACE, DEBUG, INFO, WARN, ERROR or OFF."));
    }

    private @Nullable Secret token(String setting, String prefix, String fix) {
        Secret secret = secret(setting, fix);
        if (secret != null && !secret.reveal().startsWith(prefix)) {
            values.problem(setting, "does not begin with " + prefix, "It holds another kind of token. " + fix);
            return null;
        }
        return secret;
    }

    /** A key that must be there; null where it is not, or is none. */
    @Nullable
    Secret secret(String setting, String fix) {
        Optional<String> text = values.find(setting);
        if (text.isEmpty()) {
            values.problem(setting, "is not set", fix);
            return null;
        }
        if (text.get().chars().anyMatch(letter -> letter <= ' ' || letter > '~' || letter == '"' || letter == '\'')) {
            values.problem(setting, "holds a space, a quote or a letter that no key has", "Set the bare key. " + fix);
            return null;
        }
        return Secret.of(text.get());
    }

    /** An address that may be left out; null where it is, or is none. */
    @Nullable
    URI url(String setting) {
        return values.find(setting).map(text -> checkedUrl(setting, text)).orElse(null);
    }

    private @Nullable URI checkedUrl(String setting, String text) {
        try {
            URI uri = new URI(text);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException wrong) {
            // Falls through to the same words as an address of another kind.
        }
        values.problem(
                setting, "is not an http or https address", "Use a full address such as https://example.com/path.");
        return null;
    }
}
