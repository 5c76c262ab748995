package dashwright.catalog.search;

import dashwright.catalog.Metric;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an embedding model is shown: a question, or a metric's name, unit and description, each as one line of prose. Of
 * bounded length, because providers refuse long texts and because a metric's owner may have written a book.
 */
final class MeaningText {
    /** Characters; the smallest models in use read about 256 tokens. */
    static final int LONGEST = 400;

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

    private MeaningText() {}

    /** A question in a line; empty where it has nothing to read. */
    static String of(String question) {
        return line(question);
    }

    /** As in {@code redis mem used, byte: The amount of memory used by Redis}. */
    static String of(Metric metric) {
        String words = line(BETWEEN_WORDS.matcher(metric.name()).replaceAll(" "));
        String name = words.isEmpty() ? line(metric.name()) : words;
        String unit = metric.unit().toString();
        String described = line(metric.description());
        String title = Stream.of(name, unit).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return line(described.isEmpty() ? title : title + ": " + described);
    }

    private static String line(String text) {
        // Whatever follows would be cut anyway, and need not be looked at.
        String begin = cut(text, 4 * LONGEST);
        return cut(SPACE.matcher(begin).replaceAll(" ").strip(), LONGEST).strip();
    }

    /** Never between the two halves of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
