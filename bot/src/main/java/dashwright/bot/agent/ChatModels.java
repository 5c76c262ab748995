package dashwright.bot.agent;

import dashwright.bot.Settings;
import dashwright.bot.provider.ProviderHttp;
import dashwright.tools.Secret;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the client of the model that is set. None of them retries by itself or logs what it sends. */
public final class ChatModels {
    /** Enough for a board's panels in one call; the client's own 1,024 would cut them off in silence. */
    private static final int MOST_ANSWER_TOKENS = 8_192;
    /** Ollama forgets the beginning of what does not fit, and its default is too small for tools and their answers. */
    private static final int CONTEXT_TOKENS = 16_384;

    private ChatModels() {}

    /**
     * The model that is set; empty where none is.
     *
     * @param timeout the longest that one answer may take
     */
    public static Optional<NamedModel> of(Settings.Model settings, Duration timeout) {
        return switch (settings.provider()) {
            case NONE -> Optional.empty();
            case OPENAI -> named(settings, openAi(settings, timeout));
            case ANTHROPIC -> named(settings, anthropic(settings, timeout));
            case OLLAMA -> named(settings, ollama(settings, timeout));
            case GEMINI -> named(settings, gemini(settings, timeout));
        };
    }

    private static Optional<NamedModel> named(Settings.Model settings, ChatModel model) {
        String provider = settings.provider().name().toLowerCase(Locale.ROOT);
        return Optional.of(new NamedModel(provider + ":" + settings.name(), model, settings.key()));
    }

    private static ChatModel openAi(Settings.Model settings, Duration timeout) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(ProviderHttp.client(timeout))
                .baseUrl(address(settings))
                .apiKey(key(settings))
                .modelName(settings.name())
                .timeout(timeout)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static ChatModel anthropic(Settings.Model settings, Duration timeout) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(ProviderHttp.client(timeout))
                .baseUrl(address(settings))
                .apiKey(key(settings))
                .modelName(settings.name())
                .maxTokens(MOST_ANSWER_TOKENS)
                .cacheSystemMessages(true)
                .cacheTools(true)
                .timeout(timeout)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static ChatModel ollama(Settings.Model settings, Duration timeout) {
        return OllamaChatModel.builder()
                .httpClientBuilder(ProviderHttp.client(timeout))
                .baseUrl(settings.baseUrl() == null ? ProviderHttp.OLLAMA.toString() : address(settings))
                .modelName(settings.name())
                // While it thinks, some models return no content and no tool call.
                .think(false)
                .numCtx(CONTEXT_TOKENS)
                .timeout(timeout)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static ChatModel gemini(Settings.Model settings, Duration timeout) {
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(ProviderHttp.client(timeout))
                .baseUrl(address(settings))
                .apiKey(key(settings))
                .modelName(settings.name())
                .timeout(timeout)
                .maxRetries(0)
                .logRequestsAndResponses(false)
                .build();
    }

    private static @Nullable String address(Settings.Model settings) {
        URI baseUrl = settings.baseUrl();
        return baseUrl == null ? null : baseUrl.toString();
    }

    private static @Nullable String key(Settings.Model settings) {
        Secret key = settings.key();
        return key == null ? null : key.reveal();
    }
}
