package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an organisation teaches its search: phrases that people gave a meaning, and the decisions that they took on boards.
 * Immutable and safe for threads; it belongs to no catalog, and what it says of metrics that a catalog lacks has no effect
 * there.
 */
public final class Lessons {
    /** Nothing was taught. */
    public static final Lessons NONE = new Lessons(List.of(), DecisionEvidence.NONE);

    /** The lessons by the stems that a text must say for them to bear on it. */
    private final Map<String, List<Meant>> taught = new HashMap<>();

    private final DecisionEvidence decisions;

    private Lessons(List<Meant> taught, DecisionEvidence decisions) {
        taught.forEach(each -> each.phrase()
                .keys()
                .forEach(key -> this.taught
                        .computeIfAbsent(key, any -> new ArrayList<>())
                        .add(each)));
        this.decisions = decisions;
    }

    /**
     * Lessons of these.
     *
     * @param taught what people gave a meaning; one phrase may mean several metrics, and one metric have several phrases
     * @param decided boards that were approved or rejected, the newest first: where one person decided several times on one
     *     metric for the same words, the first counts
     */
    public static Lessons of(Collection<Taught> taught, List<Decided> decided) {
        if (taught.isEmpty() && decided.isEmpty()) {
            return NONE;
        }
        List<Meant> meant = taught.stream()
                .map(each -> new Meant(each, Phrase.of(each.phrase())))
                .filter(each -> !each.phrase().saysNothing())
                .toList();
        return new Lessons(meant, DecisionEvidence.of(decided));
    }

    /**
     * A phrase that was given a meaning.
     *
     * @param phrase as it was taught
     * @param metric the full name of the metric that it means
     * @param by who taught it
     */
    public record Taught(String phrase, String metric, String by) {}

    /**
     * A board that a person decided on.
     *
     * @param request the words that were asked for
     * @param metrics what the board reads
     * @param by who decided
     * @param approved false where it was rejected
     */
    public record Decided(String request, Set<String> metrics, String by, boolean approved) {
        public Decided {
            metrics = Set.copyOf(metrics);
        }
    }

    /** A lesson, and its phrase ready to be compared. */
    record Meant(Taught taught, Phrase phrase) {}

    /** What of it bears on a text. */
    Learned about(String text) {
        if (this == NONE) {
            return Learned.NOTHING;
        }
        TextWords words = TextWords.of(text);
        Set<Meant> near = new LinkedHashSet<>();
        words.stems().forEach(stem -> near.addAll(taught.getOrDefault(stem, List.of())));
        return Learned.of(near, decisions.about(words.topics()), words);
    }
}
