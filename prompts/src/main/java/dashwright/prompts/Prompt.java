package dashwright.prompts;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for the model.
 *
 * @param name its file's name
 * @param version raised with every change of meaning, so that results can be told apart
 * @param sha256 of the text, in lower-case hex
 * @param text with placeholders as {@code {{name}}}
 */
public record Prompt(String name, int version, String sha256, String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");

    /** The names of the placeholders. */
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * The text with every placeholder filled. Angle brackets in values are replaced by look-alikes, so that no value can
     * close the marks that fence it off as data.
     *
     * @throws IllegalArgumentException where a placeholder has no value or a value has no placeholder
     */
    public String fill(Map<String, String> values) {
        if (!placeholders().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "prompt " + name + " has the placeholders " + placeholders() + " but was given " + values.keySet());
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(fenced(values.get(found.group(1)))));
    }

    private static String fenced(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value.replace('<', '‹').replace('>', '›');
    }
}
