package dashwright.bot.planner;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was understood.
 *
 * @param text the request as written, bounded
 * @param topic the words that name its subject, in order
 * @param content all words that are no filler, those for kinds of figures too
 * @param figuresOnly true where it names kinds of figures and nothing that they could be of
 * @param named what the person calls the subject
 * @param facets the kinds of figures asked for; empty where it asks how things stand in general
 * @param by what the figures are to be split by, as the person calls it
 * @param window the time asked about, null where none was named
 * @param environment the environment named, null for none
 * @param limits what it says beside its subject
 */
record Wish(
        String text,
        List<String> topic,
        List<String> content,
        boolean figuresOnly,
        List<String> named,
        Set<Facet> facets,
        List<String> by,
        @Nullable Duration window,
        @Nullable String environment,
        Limits limits) {
    Wish {
        topic = List.copyOf(topic);
        content = List.copyOf(content);
        named = List.copyOf(named);
        facets = Set.copyOf(facets);
        by = List.copyOf(by);
    }

    /** True where this kind of figure was asked for, by name or by asking for everything. */
    boolean wants(Facet facet) {
        return facets.isEmpty() || facets.contains(facet);
    }

    /** The window of big numbers of what is counted: the time asked about, or else the last hour. */
    Duration numberWindow() {
        return window == null ? Duration.ofHours(1) : window;
    }

    /** The same wish for everything about its subject; what it is called must not promise the figures that are not there. */
    Wish forEverything() {
        return new Wish(text, topic, topic, figuresOnly, named, Set.of(), by, window, environment, limits);
    }

    /** The same wish for other kinds of figures, with other words of what is to be left out. */
    Wish with(Set<Facet> others, List<String> excluded) {
        Limits held =
                new Limits(excluded, limits.notEnvironment(), limits.values(), limits.places(), limits.thresholds());
        return new Wish(text, topic, content, figuresOnly, named, others, by, window, environment, held);
    }

    /**
     * The same wish without these words.
     *
     * @param general words that only tell more beside others, which say something where little else is left
     */
    Wish without(List<String> left, Set<String> general) {
        List<String> kept = content.stream()
                .filter(word -> topic.contains(word) || general.contains(word))
                .toList();
        return new Wish(
                text,
                others(kept, left),
                others(content, left),
                figuresOnly,
                named,
                facets,
                by,
                window,
                environment,
                limits);
    }

    private static List<String> others(List<String> words, List<String> left) {
        return words.stream().filter(word -> !left.contains(word)).toList();
    }

    /** The topic as one search text. */
    String topicText() {
        return String.join(" ", topic);
    }
}
