package dashwright.catalog.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param metrics ranked metrics, best first
 * @param spans ranked span groups, best first
 * @param words the text's topic words, after words about form ("dashboard", "trend") were set aside
 * @param missing the topic words that occur nowhere in the catalog: the honest gap begins with them
 * @param confidence how sure it is that the first metric is what was asked for, 0 to 1; from 0.5 on it is offered as an
 *     answer
 * @param answered false where nothing found covers enough of the text to be offered as an answer; the matches are then
 *     only the nearest there is
 */
public record SearchResult(
        List<Match> metrics,
        List<SpanMatch> spans,
        List<String> words,
        List<String> missing,
        double confidence,
        boolean answered) {
    public SearchResult {
        metrics = List.copyOf(metrics);
        spans = List.copyOf(spans);
        words = List.copyOf(words);
        missing = List.copyOf(missing);
    }

    /** A result of which only one thing is known for sure: whether it is an answer. */
    public SearchResult(
            List<Match> metrics, List<SpanMatch> spans, List<String> words, List<String> missing, boolean answered) {
        this(metrics, spans, words, missing, answered ? 1 : 0, answered);
    }
}
