package dashwright.bot.agent;

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
    private static final int LONGEST = 300;

    /** What a provider said, bounded and without the key: some repeat it in their errors. */
    String withoutKey(String text) {
        String hidden = key == null ? text : key.maskIn(text);
        String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
