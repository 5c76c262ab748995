package dashwright.catalog.search;

import dashwright.catalog.search.Question.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;

/**
 * Ranks items for a question in two steps that are added up: which namespace the text speaks of, and what in it. The
 * second is BM25 over the item's weighted words in which a word counts by its rarity among the items of its own
 * namespace: that every metric of {@code redis} has the word "redis" tells nothing of which of them is meant.
 *
 * <p>One ranking serves one question. The figures in it were measured on one half of the products of other people's
 * dashboards and hold on the other; around each of them the results change little.
 */
final class Ranking<T> {
    private static final double SATURATION = 2;
    private static final double LENGTH = 0.9;

    /** What a word among the tags weighs. */
    private static final double TAGGED = 2;

    /** What a word about form is worth where an item happens to carry it ("total" in {@code requests.total}). */
    private static final double ASIDE = 0.3;

    /** What the namespace counts beside what is in it. */
    private static final double WHOSE = 1.5;

    /** Where rarer words found so many, a word that as many have only tells them apart. */
    private static final int ENOUGH = 2_000;

    /** So many are looked at again for what their names say. */
    private static final int CANDIDATES = 150;

    private final ItemIndex<T> index;
    private final Namespaces namespaces;
    private final Lexicon lexicon;
    private final double[] byLength = new double[256];
    private final double[] ofNamespace;
    private final List<Scores> scores;

    Ranking(ItemIndex<T> index, Lexicon lexicon) {
        this.index = index;
        this.namespaces = index.namespaces();
        this.lexicon = lexicon;
        this.ofNamespace = new double[namespaces.count()];
        this.scores = index.segments().stream().map(Segment::borrowScores).toList();
        double mean = index.meanLength();
        for (int at = 0; at < byLength.length; at++) {
            byLength[at] = SATURATION * (1 - LENGTH + LENGTH * SmallFloat.byte4ToInt((byte) at) / mean);
        }
    }

    /**
     * An item and its rank's measure.
     *
     * @param covered the share of what the last part of the text asks for that the item says, 0 to 1
     * @param named the share of the text's information that the item's own name says, 0 to 1
     */
    record Scored<T>(T item, double score, double covered, double named) {}

    /** The best items, best first, equals by name; none that has no topic word of the question. */
    List<Scored<T>> best(Question question, int limit) {
        try {
            return ranked(question, limit);
        } finally {
            for (int place = 0; place < scores.size(); place++) {
                index.segments().get(place).giveBack(scores.get(place));
            }
        }
    }

    private List<Scored<T>> ranked(Question question, int limit) {
        // Rare words first: of what they found enough, frequent ones need not find more.
        question.topics().stream()
                .sorted(Comparator.comparingDouble(word -> -word.information()))
                .forEach(word -> add(word, 1, false));
        question.aside().forEach(word -> add(word, ASIDE, true));
        List<Scored<T>> found = new ArrayList<>();
        CloserLook<T> look = new CloserLook<>(question, index.indexing());
        for (int place = 0; place < scores.size(); place++) {
            found.addAll(candidates(place, Math.max(CANDIDATES, limit), look));
        }
        Comparator<Scored<T>> byScore = Comparator.comparingDouble(scored -> -scored.score());
        return found.stream()
                .sorted(byScore.thenComparing(scored -> index.indexing().name().apply(scored.item())))
                .limit(limit)
                .toList();
    }

    private void add(Word word, double worth, boolean onlyWhereFound) {
        double[] context = new double[ofNamespace.length];
        double most = Double.MAX_VALUE;
        for (Map.Entry<String, Double> reading : word.found().entrySet()) {
            String stem = reading.getKey();
            double own = lexicon.information(List.of(stem));
            // A rare synonym must not outrank the word itself: it counts at most as rare as the word that was asked
            // for.
            double capped = own > 0 ? Math.min(1, word.information() / own) : 1;
            double counts = worth * word.place().weight() * reading.getValue() * capped;
            Spread spread = index.spread(stem);
            double rarity = Math.min(most, spread.rarityAmongNamespaces());
            most = stem.equals(word.stem()) ? rarity : most;
            speakFor(spread, reading.getValue() * rarity, context);
            boolean enough = found() >= ENOUGH && lexicon.frequency(stem) >= ENOUGH;
            offer(read(IndexBuilder.WORDS, stem), spread, own, counts, onlyWhereFound || enough);
            if (stem.equals(word.stem())) {
                offerApart(read(IndexBuilder.APART, stem), own * counts, onlyWhereFound);
            }
        }
        for (int number = 0; number < context.length; number++) {
            ofNamespace[number] += worth * word.place().context() * context[number];
        }
        scores.forEach(Scores::settle);
    }

    private int found() {
        return scores.stream().mapToInt(Scores::size).sum();
    }

    private List<Occurrences> read(String field, String stem) {
        return index.segments().stream()
                .map(segment -> segment.occurrences(field, stem))
                .toList();
    }

    private static void speakFor(Spread spread, double value, double[] context) {
        for (int number = 0; number < context.length; number++) {
            context[number] = Math.max(context[number], value * spread.strength(number));
        }
    }

    private void offer(
            List<Occurrences> found, Spread spread, double everywhere, double counts, boolean onlyWhereFound) {
        for (int place = 0; place < found.size(); place++) {
            Segment<T> segment = index.segments().get(place);
            Scores scored = scores.get(place);
            Occurrences some = found.get(place);
            for (int at = some.first(); at >= 0; at = some.next(at)) {
                int doc = some.doc(at);
                if (!onlyWhereFound || scored.of(doc) > 0) {
                    double frequency = some.frequency(at);
                    double saturated = frequency / (frequency + byLength[segment.lengthByte(doc)]);
                    int namespace = segment.namespace(doc);
                    double believed = namespaces.believed(namespace);
                    double rarity = believed * spread.rarity(namespace) + (1 - believed) * everywhere;
                    scored.offer(doc, counts * rarity * saturated);
                }
            }
        }
    }

    /**
     * A tag is met by the word itself alone: among the hundred values of a key something that means nearly the same is
     * found for any word.
     */
    private void offerApart(List<Occurrences> found, double value, boolean onlyWhereFound) {
        for (int place = 0; place < found.size(); place++) {
            Scores scored = scores.get(place);
            Occurrences some = found.get(place);
            for (int at = some.first(); at >= 0; at = some.next(at)) {
                if (!onlyWhereFound || scored.of(some.doc(at)) > 0) {
                    scored.offer(some.doc(at), value * TAGGED / (TAGGED + SATURATION));
                }
            }
        }
    }

    private List<Scored<T>> candidates(int place, int most, CloserLook<T> look) {
        Segment<T> segment = index.segments().get(place);
        int[] docs = highest(segment, scores.get(place), most);
        List<CloserLook.Seen> seen = look.at(segment, docs);
        List<Scored<T>> candidates = new ArrayList<>(docs.length);
        for (int at = 0; at < docs.length; at++) {
            double score = total(segment, scores.get(place), docs[at]);
            CloserLook.Seen of = seen.get(at);
            candidates.add(new Scored<>(segment.item(docs[at]), score * of.factor(), of.covered(), of.named()));
        }
        return candidates;
    }

    private double total(Segment<T> segment, Scores scored, int doc) {
        return scored.of(doc) + WHOSE * ofNamespace[segment.namespace(doc)];
    }

    /** The items of the highest scores, in the order of their numbers. */
    private int[] highest(Segment<T> segment, Scores scored, int most) {
        Highest highest = new Highest(Math.min(most, scored.size()));
        for (int at = 0; at < scored.size(); at++) {
            int doc = scored.doc(at);
            highest.offer(doc, (float) total(segment, scored, doc));
        }
        return highest.docs();
    }
}
