package dashwright.catalog.search;

import dashwright.catalog.search.Question.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a question into Lucene's query: BM25 over all fields as one weighted text, each word by its best reading. */
final class Ranking {
    /** What a word about form is worth where a metric happens to carry it ("total" in {@code requests.total}). */
    private static final float ASIDE = 0.25f;

    private final List<? extends IndexedField<?>> together;
    private final List<? extends IndexedField<?>> apart;
    private final Lexicon lexicon;

    Ranking(List<? extends IndexedField<?>> together, List<? extends IndexedField<?>> apart, Lexicon lexicon) {
        this.together = together;
        this.apart = apart;
        this.lexicon = lexicon;
    }

    Query query(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder topics = new BooleanQuery.Builder();
        question.topics().stream()
                .filter(word -> !word.isMissing())
                .forEach(word -> topics.add(readings(word), Occur.SHOULD));
        all.add(topics.build(), Occur.MUST);
        question.aside().stream()
                .filter(word -> !word.isMissing())
                .forEach(word -> all.add(new BoostQuery(readings(word), ASIDE), Occur.SHOULD));
        return all.build();
    }

    private Query readings(Word word) {
        List<Query> readings = new ArrayList<>();
        word.found().forEach((stem, worth) -> readings.addAll(everywhere(stem, boost(word, stem, worth))));
        return new DisjunctionMaxQuery(readings, 0);
    }

    /** A rare synonym must not outrank the word itself: it counts at most as rare as the word that was asked for. */
    private float boost(Word word, String stem, double worth) {
        double own = lexicon.information(List.of(stem));
        return (float) (worth * Math.min(1, word.information() / own));
    }

    private List<Query> everywhere(String stem, float boost) {
        List<Query> queries = new ArrayList<>();
        CombinedFieldQuery.Builder combined = new CombinedFieldQuery.Builder(stem);
        together.forEach(field -> combined.addField(field.name(), field.weight()));
        queries.add(new BoostQuery(combined.build(), boost));
        for (IndexedField<?> field : apart) {
            queries.add(new BoostQuery(new TermQuery(new Term(field.name(), stem)), boost * field.weight()));
        }
        return queries;
    }
}
