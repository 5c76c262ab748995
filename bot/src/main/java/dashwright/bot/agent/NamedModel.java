package dashwright.bot.agent;

import dashwright.bot.provider.ProviderFailure;
import dashwright.tools.Secret;
import dev.langchain4j.model.chat.ChatModel;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be called.
 *
 * @param name provider and name, as people set it: {@code openai:gpt-5}
 * @param model the client
 * @param key its key, null where it needs none
 */
public record NamedModel(
        String name, ChatModel model, @Nullable Secret key) {
    /** What a provider said, bounded and without the key. */
    String withoutKey(String text) {
        return ProviderFailure.withoutKey(text, key);
    }
}
