package dashwright.catalog.search;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Question.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * A catalog that can be searched: an index in memory over one snapshot. Safe for many threads. It holds memory alone, so
 * one that is merely dropped leaks nothing; after {@link #close} every search fails.
 */
public final class CatalogIndex implements MetricSearch, AutoCloseable {
    private static final int MAX_SPANS = 25;

    private static final List<IndexedField<Metric>> METRIC_FIELDS = Stream.concat(
                    IndexedField.METRIC.stream(), Stream.of(IndexedField.TAGS))
            .toList();
    private static final List<String> ALL_FIELDS = Stream.concat(METRIC_FIELDS.stream(), IndexedField.SPAN.stream())
            .map(IndexedField::name)
            .toList();

    private static final Sort BY_SCORE_THEN_NAME =
            new Sort(SortField.FIELD_SCORE, new SortField(IndexBuilder.NAME, SortField.Type.STRING));

    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Compounds compounds;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private CatalogIndex(
            Catalog catalog,
            Vocabulary vocabulary,
            Compounds compounds,
            Function<IndexBuilder, DirectoryReader> building) {
        this.catalog = catalog;
        this.vocabulary = vocabulary;
        this.compounds = compounds;
        var similarity = new CatalogSimilarity(
                catalog.metrics().size() + (long) catalog.spans().size());
        this.reader = building.apply(new IndexBuilder(new Tokenizer(compounds), similarity));
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(similarity);
    }

    /** Indexes a snapshot with the built-in vocabulary, well under a second for 10,000 metrics. */
    public static CatalogIndex of(Catalog catalog) {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Compounds compounds = Compounds.of(
                catalog.metrics().stream().flatMap(metric -> Stream.of(metric.name(), metric.description())),
                vocabulary.words());
        return new CatalogIndex(catalog, vocabulary, compounds, builder -> builder.build(catalog));
    }

    /**
     * An index of {@link Catalog#with the snapshot with some metrics replaced}, which costs little where they are few. This
     * one stays as it is.
     */
    public CatalogIndex with(Collection<Metric> read) {
        Catalog replaced = catalog.with(read);
        return new CatalogIndex(replaced, vocabulary, compounds, builder -> builder.replace(reader, read));
    }

    /** The snapshot that is indexed. */
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public SearchResult search(String text, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a search needs a limit of at least 1, not " + limit);
        }
        Reading reading = read(text);
        List<Match> found = metrics(reading, limit);
        List<SpanMatch> spans = spans(reading);
        List<Word> topics = reading.question().topics();
        List<String> missing =
                topics.stream().filter(Word::isMissing).map(Word::written).toList();
        double best = Stream.concat(
                        found.stream().map(Match::fit), spans.stream().map(SpanMatch::fit))
                .reduce(0.0, Math::max);
        boolean answered = best >= reading.question().leastFit();
        return new SearchResult(found, spans, topics.stream().map(Word::written).toList(), missing, answered);
    }

    /** {@inheritDoc} It costs no ranking, and the score is 0. */
    @Override
    public Optional<Match> judge(String text, String metric) {
        return catalog.metric(metric).map(known -> match(read(text), known, 0));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** A text as this catalog understands it. */
    private record Reading(Question question, Lexicon lexicon, Explain explain) {}

    private Reading read(String text) {
        Lexicon lexicon = new Lexicon(reader, ALL_FIELDS);
        Tokenizer tokenizer = new Tokenizer(compounds);
        Question question = Question.of(text, tokenizer, vocabulary, lexicon);
        return new Reading(question, lexicon, new Explain(question, tokenizer));
    }

    private List<Match> metrics(Reading reading, int limit) {
        Query query = new Ranking(IndexedField.METRIC, List.of(IndexedField.TAGS), reading.lexicon())
                .query(reading.question());
        try {
            List<Match> matches = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, limit, BY_SCORE_THEN_NAME, true).scoreDocs) {
                String name = searcher.storedFields().document(hit.doc).get(IndexBuilder.NAME);
                matches.add(match(reading, catalog.metric(name).orElseThrow(), hit.score));
            }
            return matches;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Match match(Reading reading, Metric metric, double score) {
        Explain.Covered covered = reading.explain().explain(metric, METRIC_FIELDS);
        return new Match(metric, score, covered.fit(), covered.reasons());
    }

    private List<SpanMatch> spans(Reading reading) {
        Query query = new Ranking(IndexedField.SPAN, List.of(), reading.lexicon()).query(reading.question());
        try {
            List<SpanMatch> matches = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, MAX_SPANS).scoreDocs) {
                IndexableField place = searcher.storedFields().document(hit.doc).getField(IndexBuilder.PLACE);
                SpanGroup spans = catalog.spans().get(place.numericValue().intValue());
                Explain.Covered covered = reading.explain().explain(spans, IndexedField.SPAN);
                matches.add(new SpanMatch(spans, hit.score, covered.fit(), covered.reasons()));
            }
            return matches;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException("the catalog's index in memory could not be read", cause);
    }
}
