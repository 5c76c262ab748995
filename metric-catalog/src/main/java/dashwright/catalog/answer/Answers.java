package dashwright.catalog.answer;

import java.util.List;

/**
 * What a text was answered with.
 *
 * @param list metrics and spans in one ranking, best first
 * @param words the words of the text that say what is wanted; none where there is nothing to look for
 * @param missing the words of the text that occur nowhere in the catalog
 * @param answered false where nothing covers enough of the text to be offered as an answer; the list is then only the
 *     nearest there is
 */
public record Answers(List<Answer> list, List<String> words, List<String> missing, boolean answered) {
    private static final int NEAREST = 3;

    public Answers {
        list = List.copyOf(list);
        words = List.copyOf(words);
        missing = List.copyOf(missing);
    }

    /** The same with so many answers at the most. */
    Answers first(int limit) {
        return new Answers(list.stream().limit(limit).toList(), words, missing, answered);
    }

    /** What there is to show: all answers, or the nearest three where nothing answers. */
    public List<Answer> shown() {
        return answered ? list : list.stream().limit(NEAREST).toList();
    }
}
