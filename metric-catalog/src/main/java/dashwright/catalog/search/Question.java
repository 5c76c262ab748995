package dashwright.catalog.search;

import java.util.List;
import java.util.Map;

/**
 * A text taken apart: the words that say what is wanted, and those that were set aside.
 *
 * @param topics the words that say what is wanted
 * @param aside words about the form of the answer; where a metric happens to carry them they count a little
 */
record Question(List<Word> topics, List<Word> aside) {
    private static final double KNOWN_FIT = 0.2;
    private static final double FOREIGN_FIT = 0.4;

    /** A text of no more topic words than this asks for one thing. */
    private static final int ONE_THING = 4;

    Question {
        topics = List.copyOf(topics);
        aside = List.copyOf(aside);
    }

    /**
     * A word of the text.
     *
     * @param written as the user wrote it
     * @param stem reduced
     * @param information how much it says, by its rarity in the catalog
     * @param found the stems under which the catalog has it, each with its worth from 0 to 1; empty where it has none
     * @param place where in the text it stands
     */
    record Word(String written, String stem, double information, Map<String, Double> found, Place place) {
        /** The one word of two that are the same and stand in two places. */
        Word and(Word again) {
            return new Word(written, stem, information, found, place.and(again.place));
        }

        boolean isMissing() {
            return found.isEmpty();
        }
    }

    /**
     * The least fit of an answer. It rises with the share of the text that is foreign to the catalog, and falls for long
     * texts, which ask for several things that no one metric covers. The figures divide the titles of other people's
     * dashboards from requests about anything but software.
     */
    double leastFit() {
        double several = Math.min(1, (double) ONE_THING / Math.max(1, topics.size()));
        return (KNOWN_FIT + FOREIGN_FIT * foreignShare()) * several;
    }

    /** True for a text that goes from the whole to the part, as titles of widgets do with those above them. */
    boolean hasParts() {
        return topics.stream().anyMatch(word -> !word.place().equals(Place.ONLY));
    }

    /** How much the text says altogether. */
    double information() {
        return topics.stream().mapToDouble(Word::information).sum();
    }

    /** How much of what the text says is said in words that the catalog lacks, 0 to 1. */
    double foreignShare() {
        double all = information();
        double foreign = topics.stream()
                .filter(Word::isMissing)
                .mapToDouble(Word::information)
                .sum();
        return all == 0 ? 0 : foreign / all;
    }

    /** Takes a text apart in the light of a catalog's own words. */
    static Question of(String text, Tokenizer tokenizer, Vocabulary vocabulary, Lexicon lexicon) {
        QuestionReader reader = new QuestionReader(vocabulary, lexicon, tokenizer);
        Place.parts(text).forEach(part -> reader.read(tokenizer.tokens(part.text()), part.place()));
        return reader.question();
    }
}
