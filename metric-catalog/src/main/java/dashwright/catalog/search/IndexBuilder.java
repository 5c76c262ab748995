package dashwright.catalog.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;

/** Makes the segment of some items from their words. One postings list for each term is then all that a search reads. */
final class IndexBuilder<T> {
    /** The words that are ranked together: a word counts by the weights of the fields that it stands in. */
    static final String WORDS = "words";

    /** The words that name the item. */
    static final String NAMING = "naming";

    /** The words that are ranked apart. */
    static final String APART = "apart";

    private final ItemWords<T> items;
    private final Terms terms;
    private final int[] weights;
    private final boolean[] isNaming;
    private final int together;

    private final Bag words;
    private final Bag naming;
    private final Bag apart;

    /** A builder for items whose words have these terms. */
    IndexBuilder(ItemWords<T> items, Terms terms) {
        this.items = items;
        this.terms = terms;
        Indexing<T> indexing = items.indexing();
        List<IndexedField<T>> fields = indexing.fields();
        this.weights = fields.stream().mapToInt(IndexedField::weight).toArray();
        this.isNaming = new boolean[fields.size()];
        for (int field = 0; field < isNaming.length; field++) {
            isNaming[field] = indexing.naming().contains(fields.get(field));
        }
        this.together = indexing.together().size();
        int count = terms.numbers().size();
        this.words = new Bag(count);
        this.naming = new Bag(count);
        this.apart = new Bag(count);
    }

    /**
     * The segment.
     *
     * @param namespaces the number of each item's namespace
     */
    Segment<T> build(int[] namespaces) {
        int count = terms.numbers().size();
        Postings.Builder ofWords = new Postings.Builder(count, true);
        Postings.Builder ofNaming = new Postings.Builder(count, false);
        Postings.Builder ofApart = new Postings.Builder(count, false);
        byte[] lengths = new byte[items.items().size()];
        long all = 0;
        for (int item = 0; item < lengths.length; item++) {
            fill(item);
            ofWords.count(words);
            ofNaming.count(naming);
            ofApart.count(apart);
            lengths[item] = SmallFloat.intToByte4(words.total());
            all += words.total();
        }
        ofWords.counted();
        ofNaming.counted();
        ofApart.counted();
        for (int item = 0; item < lengths.length; item++) {
            fill(item);
            ofWords.add(item, words);
            ofNaming.add(item, naming);
            ofApart.add(item, apart);
        }
        Map<String, Postings> postings =
                Map.of(WORDS, ofWords.built(), NAMING, ofNaming.built(), APART, ofApart.built());
        return new Segment<>(items.indexing(), items.items(), terms.numbers(), postings, namespaces, lengths, all);
    }

    private void fill(int item) {
        words.clear();
        naming.clear();
        apart.clear();
        int[] said = items.said(item);
        int at = 0;
        for (int field = 0; field < weights.length; field++) {
            Bag bag = field < together ? words : apart;
            for (int left = said[at++]; left > 0; left--) {
                for (int term : terms.ofWord(said[at++])) {
                    bag.add(term, weights[field]);
                    if (isNaming[field]) {
                        naming.add(term, 1);
                    }
                }
            }
        }
    }
}
