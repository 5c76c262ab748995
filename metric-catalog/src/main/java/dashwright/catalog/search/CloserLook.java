package dashwright.catalog.search;

import dashwright.catalog.search.Question.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Looks again at the best of a first ranking, which only added up words: how much of what the text asks for an item says,
 * and how much of what the item says was asked for. One closer look serves one question; the figures were measured with
 * those of {@link Ranking}.
 */
final class CloserLook<T> {
    /** How much an item gains that says all that the last part of the text asks for. */
    private static final double COVERS = 0.3;

    /** What a word counts there that the item has, but not in its own name. */
    private static final double TOLD = 0.8;

    /** How much an item loses none of whose name was asked for. */
    private static final double UNASKED = 0.12;

    /** How much an item loses for each doubling of its name's length, by the natural logarithm: the plain one is meant. */
    private static final double LONG = 0.05;

    /** However much speaks against an item, its rank among such items is still told by its words. */
    private static final double LEAST = 0.05;

    /** What an item gains whose tags say the whole text. */
    private static final double TAGGED_WHOLLY = 2;

    /** So many words meet in one item's tags by chance no longer. */
    private static final int WORDS_OF_A_TAG = 3;

    private final Question question;
    private final ToDoubleFunction<T> bearing;
    private final ToIntFunction<T> nameLength;
    private final Collection<Word> last;
    private final double lastInformation;
    private final double information;

    CloserLook(Question question, Indexing<T> indexing) {
        this.question = question;
        this.bearing = indexing.bearing().apply(question);
        this.nameLength = indexing::nameLength;
        this.last = question.topics().stream()
                .filter(word -> word.place().last() && !word.isMissing())
                .toList();
        this.information = question.information();
        this.lastInformation = last.stream().mapToDouble(Word::information).sum();
    }

    /**
     * What is seen of an item.
     *
     * @param factor what to multiply its score with
     * @param covered the share of what the last part of the text asks for, in words that the catalog has, that it says, 0 to 1
     * @param named the share of the whole text's information that its own name says, 0 to 1
     */
    record Seen(double factor, double covered, double named) {}

    /**
     * Looks at some items.
     *
     * @param docs the items, in ascending order
     */
    List<Seen> at(Segment<T> segment, int[] docs) {
        double[] covered = new double[docs.length];
        double[] named = new double[docs.length];
        int[] asked = new int[docs.length];
        Stream.concat(question.topics().stream(), question.aside().stream())
                .filter(word -> !word.isMissing())
                .forEach(word -> {
                    double[] inName = worths(word, segment, docs, IndexBuilder.NAMING);
                    for (int at = 0; at < docs.length; at++) {
                        asked[at] += inName[at] > 0 ? 1 : 0;
                        named[at] += inName[at] * word.information() / information;
                    }
                    if (last.contains(word)) {
                        cover(word, inName, worths(word, segment, docs, IndexBuilder.WORDS), covered);
                    }
                });
        boolean[] tagged = tagged(segment, docs);
        List<Seen> seen = new ArrayList<>(docs.length);
        for (int at = 0; at < docs.length; at++) {
            double factor = factor(segment, docs[at], covered[at], asked[at]);
            seen.add(new Seen(factor * (tagged[at] ? TAGGED_WHOLLY : 1), covered[at], named[at]));
        }
        return seen;
    }

    private void cover(Word word, double[] inName, double[] told, double[] covered) {
        for (int at = 0; at < covered.length; at++) {
            covered[at] += Math.max(inName[at], TOLD * told[at]) * word.information() / lastInformation;
        }
    }

    private double factor(Segment<T> segment, int doc, double covered, int asked) {
        int length = nameLength.applyAsInt(segment.item(doc));
        double unasked = 1 - Math.min(1, (double) asked / length);
        double factor = 1 + COVERS * covered - UNASKED * unasked - LONG * Math.log1p(length);
        return Math.max(LEAST, factor + bearing.applyAsDouble(segment.item(doc)));
    }

    private static <T> double[] worths(Word word, Segment<T> segment, int[] docs, String field) {
        double[] worths = new double[docs.length];
        for (Map.Entry<String, Double> reading : word.found().entrySet()) {
            double worth = reading.getValue();
            segment.visitAmong(docs, field, reading.getKey(), at -> worths[at] = Math.max(worths[at], worth));
        }
        return worths;
    }

    /** Whether the items' tags alone say the whole text: who writes a tag's value down means what carries it. */
    private boolean[] tagged(Segment<T> segment, int[] docs) {
        boolean[] tagged = new boolean[docs.length];
        int words = question.topics().size();
        if (words < WORDS_OF_A_TAG) {
            return tagged;
        }
        Arrays.fill(tagged, true);
        for (Word word : question.topics()) {
            boolean[] met = new boolean[docs.length];
            segment.visitAmong(docs, IndexBuilder.APART, word.stem(), at -> met[at] = true);
            for (int at = 0; at < docs.length; at++) {
                tagged[at] &= met[at];
            }
        }
        return tagged;
    }
}
