package dashwright.catalog.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param metrics ranked metrics, best first
 * @param spans ranked span groups, best first
 * @param words the text's topic words, after words about form ("dashboard", "trend") were set aside
 * @param missing the topic words that occur nowhere in the catalog: the honest gap begins with them
 * @param answered false where nothing found covers enough of the text to be offered as an answer; the matches are then
 *     only the nearest there is
 */
public record SearchResult(
        List<Match> metrics, List<SpanMatch> spans, List<String> words, List<String> missing, boolean answered) {
    public SearchResult {
        metrics = List.copyOf(metrics);
        spans = List.copyOf(spans);
        words = List.copyOf(words);
        missing = List.copyOf(missing);
    }
}
