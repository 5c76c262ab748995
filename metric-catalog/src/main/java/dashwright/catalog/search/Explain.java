package dashwright.catalog.search;

import dashwright.catalog.search.Question.Word;
import dashwright.catalog.search.Reason.Likeness;
import dashwright.catalog.search.Tokenizer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which words of a question a metric or span group answers, and how much of the question that is. */
final class Explain {
    private final Question question;
    private final Tokenizer tokenizer;

    Explain(Question question, Tokenizer tokenizer) {
        this.question = question;
        this.tokenizer = tokenizer;
    }

    /**
     * What an item covers.
     *
     * @param fit the share of the question's information that it covers, 0 to 1
     * @param reasons which word met what
     */
    record Covered(double fit, List<Reason> reasons) {}

    /** A word of the item; the rank is the place of its field among the fields. */
    private record There(String written, Reason.Field field, int rank) {}

    /** A way to read a word of the question, by its stem, that the item bears out. */
    private record Met(String stem, double worth, There there) {
        Reason reason(Word word) {
            return new Reason(word.written(), there.written(), there.field(), likeness(word));
        }

        private Likeness likeness(Word word) {
            if (word.written().equalsIgnoreCase(there.written())) {
                return Likeness.SAME;
            }
            if (stem.equals(word.stem())) {
                return Likeness.FORM;
            }
            return worth < Vocabulary.SAME ? Likeness.NEAR : Likeness.SYNONYM;
        }
    }

    <T> Covered explain(T item, List<IndexedField<T>> fields) {
        return explain(item, fields, any -> Optional.empty());
    }

    /**
     * What an item covers.
     *
     * @param taught why it answers to a word whatever it says of itself, where it was taught to
     */
    <T> Covered explain(T item, List<IndexedField<T>> fields, Function<Word, Optional<Reason>> taught) {
        Map<String, There> words = words(item, fields);
        List<Reason> reasons = new ArrayList<>();
        double covered = 0;
        double asked = 0;
        for (Word word : question.topics()) {
            asked += word.information();
            Optional<Reason> lesson = taught.apply(word);
            if (lesson.isPresent()) {
                covered += word.information();
                reasons.add(lesson.get());
                continue;
            }
            Optional<Met> met = best(met(word, words));
            if (met.isPresent()) {
                covered += word.information() * met.get().worth();
                reasons.add(met.get().reason(word));
                named(word, met.get().there(), words).ifPresent(name -> reasons.add(name.reason(word)));
            }
        }
        return new Covered(asked == 0 ? 0 : covered / asked, reasons);
    }

    /**
     * Where a word that a description says in so many letters is met by the name too, in another spelling: what an item is
     * called tells more of it than what is written about it.
     */
    private static Optional<Met> named(Word word, There said, Map<String, There> words) {
        return said.field() != Reason.Field.DESCRIPTION
                ? Optional.empty()
                : best(met(word, words).filter(met -> met.there().field() != Reason.Field.DESCRIPTION));
    }

    private static Optional<Met> best(Stream<Met> some) {
        return some.min(Comparator.comparingDouble((Met met) -> -met.worth())
                .thenComparingInt(met -> met.there().rank()));
    }

    private static Stream<Met> met(Word word, Map<String, There> words) {
        return word.found().entrySet().stream()
                .filter(reading -> isMet(word, reading.getKey(), words.get(reading.getKey())))
                .map(reading -> new Met(
                        reading.getKey(), reading.getValue(), Objects.requireNonNull(words.get(reading.getKey()))));
    }

    /** A tag is met by the word itself alone, as in {@link Ranking}. */
    private static boolean isMet(Word word, String stem, @Nullable There there) {
        return there != null && (there.field() != Reason.Field.TAG || stem.equals(word.stem()));
    }

    /** The item's words by stem, each where it stands first in the order of the fields. */
    private <T> Map<String, There> words(T item, List<IndexedField<T>> fields) {
        Map<String, There> words = new HashMap<>();
        for (int rank = 0; rank < fields.size(); rank++) {
            IndexedField<T> field = fields.get(rank);
            for (String text : field.texts().apply(item)) {
                for (Token token : tokenizer.tokens(text)) {
                    words.putIfAbsent(token.stem(), new There(token.written(), field.field(), rank));
                    for (Token part : token.parts()) {
                        words.putIfAbsent(part.stem(), new There(part.written(), field.field(), rank));
                    }
                }
            }
        }
        return words;
    }
}
