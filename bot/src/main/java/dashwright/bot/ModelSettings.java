package dashwright.bot;

import dashwright.tools.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads which models are set, and what their providers need. */
final class ModelSettings {
    private static final String MODEL = "DASH_MODEL";
    private static final String EMBEDDINGS = "DASH_EMBEDDINGS";
    private static final String NONE = "none";

    private static final Setting<Settings.Model> MODELS = new Setting<>(
            MODEL,
            "Use openai:NAME, anthropic:NAME, ollama:NAME or gemini:NAME, or none to plan without a model.",
            Settings.Model.NONE);

    private static final Setting<Settings.Embeddings> EMBEDDING_MODELS = new Setting<>(
            EMBEDDINGS,
            "Use openai:NAME or ollama:NAME, as in openai:text-embedding-3-small, or none to rank by words alone.",
            Settings.Embeddings.NONE);

    private final SettingsValues values;
    private final SettingsReader reader;

    ModelSettings(SettingsValues values, SettingsReader reader) {
        this.values = values;
        this.reader = reader;
    }

    /** A setting of the form PROVIDER:NAME. */
    private record Setting<T>(String name, String fix, T none) {}

    /** What such a setting says; the provider in small letters. */
    private record Named(String provider, String model) {}

    /** What a provider of models needs. */
    private record Access(@Nullable Secret key, @Nullable URI baseUrl) {}

    Settings.Model model() {
        return read(MODELS, named -> switch (named.provider()) {
            case "openai" ->
                model(Settings.Model.Provider.OPENAI, named, keyed(MODEL, "OPENAI_API_KEY", "OPENAI_BASE_URL"));
            case "anthropic" ->
                model(
                        Settings.Model.Provider.ANTHROPIC,
                        named,
                        keyed(MODEL, "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"));
            case "gemini" -> model(Settings.Model.Provider.GEMINI, named, keyed(MODEL, "GEMINI_API_KEY", null));
            case "ollama" -> model(Settings.Model.Provider.OLLAMA, named, ollama());
            default -> unknown(MODELS, named);
        });
    }

    Settings.Embeddings embeddings() {
        return read(EMBEDDING_MODELS, named -> switch (named.provider()) {
            case "openai" ->
                embeddings(
                        Settings.Embeddings.Vendor.OPENAI,
                        named,
                        keyed(EMBEDDINGS, "OPENAI_API_KEY", "OPENAI_BASE_URL"));
            case "ollama" -> embeddings(Settings.Embeddings.Vendor.OLLAMA, named, ollama());
            default -> unknown(EMBEDDING_MODELS, named);
        });
    }

    private <T> T read(Setting<T> setting, Function<Named, T> known) {
        String text = values.find(setting.name()).orElse(NONE);
        if (text.equalsIgnoreCase(NONE)) {
            return setting.none();
        }
        int colon = text.indexOf(':');
        String provider = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? "" : text.substring(colon + 1).strip();
        return name.isEmpty()
                ? wrong(setting, "names no model: " + text)
                : known.apply(new Named(provider.toLowerCase(Locale.ROOT), name));
    }

    private <T> T unknown(Setting<T> setting, Named named) {
        return wrong(setting, "names an unknown provider: " + named.provider());
    }

    private <T> T wrong(Setting<T> setting, String message) {
        values.problem(setting.name(), message, setting.fix());
        return setting.none();
    }

    private static Settings.Model model(Settings.Model.Provider provider, Named named, Access access) {
        return new Settings.Model(provider, named.model(), access.key(), access.baseUrl());
    }

    private static Settings.Embeddings embeddings(Settings.Embeddings.Vendor vendor, Named named, Access access) {
        return new Settings.Embeddings(vendor, named.model(), access.key(), access.baseUrl());
    }

    /** A server of one's own that speaks a provider's protocol seldom wants a key, so a base URL makes the key optional. */
    private Access keyed(String setting, String keySetting, @Nullable String urlSetting) {
        URI baseUrl = urlSetting == null ? null : reader.url(urlSetting);
        boolean keyNeeded = baseUrl == null;
        Secret key = keyNeeded || values.find(keySetting).isPresent()
                ? reader.secret(keySetting, setting + " asks for it; set the key, or " + setting + "=none.")
                : null;
        return new Access(key, baseUrl);
    }

    private Access ollama() {
        return new Access(null, reader.url("OLLAMA_BASE_URL"));
    }
}
