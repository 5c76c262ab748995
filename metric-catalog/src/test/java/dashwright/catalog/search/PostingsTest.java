package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static final int TERMS = 40;

    /** Of each item the weight of each of its terms. */
    private final List<Map<Integer, Integer>> items = new ArrayList<>();

    private Postings postings(boolean weighted) {
        Postings.Builder builder = new Postings.Builder(TERMS, weighted);
        Bag bag = new Bag(TERMS);
        items.forEach(item -> builder.count(filled(bag, item)));
        builder.counted();
        for (int doc = 0; doc < items.size(); doc++) {
            builder.add(doc, filled(bag, items.get(doc)));
        }
        return builder.built();
    }

    private static Bag filled(Bag bag, Map<Integer, Integer> item) {
        bag.clear();
        // In two parts, as a word stands in several fields.
        item.forEach((term, weight) -> bag.add(term, 1));
        item.forEach((term, weight) -> bag.add(term, weight - 1));
        return bag;
    }

    private void has(Random random, int count) {
        for (int doc = 0; doc < count; doc++) {
            Map<Integer, Integer> item = new TreeMap<>();
            for (int term = 0; term < TERMS; term++) {
                // The higher a term's number the rarer it is; the last occurs nowhere.
                if (random.nextInt(TERMS) < TERMS - term - 1) {
                    item.put(term, 2 + random.nextInt(50));
                }
            }
            items.add(item);
        }
    }

    @Test
    void listsOfEachTermTheItemsThatHaveIt() {
        has(new Random(3), 500);
        Postings postings = postings(true);

        for (int term = 0; term < TERMS; term++) {
            Map<Integer, Integer> expected = new TreeMap<>();
            for (int doc = 0; doc < items.size(); doc++) {
                Integer weight = items.get(doc).get(term);
                if (weight != null) {
                    expected.put(doc, weight);
                }
            }
            Map<Integer, Integer> listed = new TreeMap<>();
            for (int at = postings.start(term); at < postings.end(term); at++) {
                listed.put(postings.doc(at), postings.frequency(at));
            }
            assertThat(listed).isEqualTo(expected).hasSize(postings.count(term));
        }
        assertThat(postings.count(TERMS - 1)).isZero();
    }

    @Test
    void advancesToAnItemOrTheNextOne() {
        has(new Random(4), 300);
        Postings postings = postings(false);

        for (int term = 0; term < TERMS; term++) {
            int end = postings.end(term);
            for (int from = postings.start(term); from <= end; from++) {
                for (int doc = 0; doc < items.size() + 2; doc += 7) {
                    int expected = from;
                    while (expected < end && postings.doc(expected) < doc) {
                        expected++;
                    }
                    assertThat(postings.advance(from, end, doc)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void countsAnItemOnceWhereHowOftenIsNotKept() {
        items.add(Map.of(2, 9));
        Postings postings = postings(false);

        assertThat(postings.frequency(postings.start(2))).isEqualTo(1);
    }
}
