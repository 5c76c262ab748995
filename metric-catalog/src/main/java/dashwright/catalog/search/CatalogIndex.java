package dashwright.catalog.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Question.Word;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A catalog that can be searched: an index in memory over one snapshot. Immutable and safe for threads. */
public final class CatalogIndex implements MetricSearch {
    private static final int MAX_SPANS = 25;

    /** Words of texts and of answers; reading a word anew costs more than all else that is done with it. */
    private static final int WORDS_KEPT = 20_000;

    private final Catalog catalog;
    private final Compounds compounds;
    private final ItemIndex<Metric> metrics;
    private final ItemIndex<SpanGroup> spans;
    private final Map<String, Tokenizer.Token> words;
    private final Lessons lessons;

    private CatalogIndex(
            Catalog catalog,
            Compounds compounds,
            ItemIndex<Metric> metrics,
            ItemIndex<SpanGroup> spans,
            Map<String, Tokenizer.Token> words,
            Lessons lessons) {
        this.catalog = catalog;
        this.compounds = compounds;
        this.metrics = metrics;
        this.spans = spans;
        this.words = words;
        this.lessons = lessons;
    }

    /** Indexes a snapshot with the built-in vocabulary, in about a second for 100,000 metrics. */
    public static CatalogIndex of(Catalog catalog) {
        // It takes as long to read as 10,000 metrics, so it is read meanwhile.
        CompletableFuture<Vocabulary> vocabulary = CompletableFuture.supplyAsync(Vocabulary::builtIn);
        Words words = new Words();
        ItemWords<Metric> metrics = ItemWords.of(Indexing.METRICS, catalog.metrics(), words);
        ItemWords<SpanGroup> spans = ItemWords.of(Indexing.SPANS, catalog.spans(), words);
        Set<IndexedField<Metric>> prose = Set.of(IndexedField.NAME, IndexedField.DESCRIPTION);
        Compounds compounds = Compounds.of(
                words, metrics.counts(words, prose), vocabulary.join().words());
        Terms terms = new Terms(words, new Tokenizer(compounds));
        return new CatalogIndex(
                catalog,
                compounds,
                ItemIndex.of(metrics, terms, compounds),
                ItemIndex.of(spans, terms, compounds),
                Caffeine.newBuilder()
                        .maximumSize(WORDS_KEPT)
                        .<String, Tokenizer.Token>build()
                        .asMap(),
                Lessons.NONE);
    }

    /**
     * An index of {@link Catalog#with the snapshot with some metrics replaced}, which costs little where they are few. This
     * one stays as it is, and its lessons go along.
     */
    public CatalogIndex with(Collection<Metric> read) {
        return new CatalogIndex(catalog.with(read), compounds, metrics.with(read), spans, words, lessons);
    }

    /** The same index, searched in the light of these lessons and no others; it costs nothing. */
    public CatalogIndex with(Lessons learned) {
        return learned == lessons ? this : new CatalogIndex(catalog, compounds, metrics, spans, words, learned);
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
        List<Ranking.Scored<Metric>> scored = new Ranking<>(metrics, reading.lexicon())
                .best(reading.question(), reading.learned().depth(limit));
        List<Match> ranked = scored.stream()
                .map(each -> match(reading, each.item(), each.score()))
                .toList();
        List<Match> found = ranked.subList(0, Math.min(limit, ranked.size()));
        List<SpanMatch> spans = spans(reading);
        List<Word> topics = reading.question().topics();
        List<String> missing =
                topics.stream().filter(Word::isMissing).map(Word::written).toList();
        double confidence = Confidence.of(reading.question(), scored);
        double leastFit = reading.question().leastFit();
        boolean answered =
                confidence >= Confidence.ANSWERED || spans.stream().anyMatch(match -> match.fit() >= leastFit);
        SearchResult plain = new SearchResult(
                found, spans, topics.stream().map(Word::written).toList(), missing, confidence, answered);
        return reading.learned().apply(plain, ranked, limit, name -> judge(reading, name));
    }

    /** {@inheritDoc} It costs no ranking, and the score is 0. */
    @Override
    public Optional<Match> judge(String text, String metric) {
        return judge(read(text), metric);
    }

    private Optional<Match> judge(Reading reading, String metric) {
        return catalog.metric(metric).map(known -> match(reading, known, 0));
    }

    /** A text as this catalog understands it. */
    private record Reading(Question question, Lexicon lexicon, Explain explain, Learned learned) {}

    private Reading read(String text) {
        Lexicon lexicon = new Lexicon(List.of(metrics, spans));
        Tokenizer tokenizer = new Tokenizer(compounds, words);
        Question question = Question.of(text, tokenizer, Vocabulary.builtIn(), lexicon);
        return new Reading(question, lexicon, new Explain(question, tokenizer), lessons.about(text));
    }

    private static Match match(Reading reading, Metric metric, double score) {
        Explain.Covered covered = reading.explain()
                .explain(
                        metric,
                        Indexing.METRICS.fields(),
                        word -> reading.learned().reason(metric.name(), word));
        return new Match(metric, score, covered.fit(), covered.reasons());
    }

    private List<SpanMatch> spans(Reading reading) {
        return new Ranking<>(spans, reading.lexicon())
                .best(reading.question(), MAX_SPANS).stream()
                        .map(found -> match(reading, found.item(), found.score()))
                        .toList();
    }

    private static SpanMatch match(Reading reading, SpanGroup spans, double score) {
        Explain.Covered covered = reading.explain().explain(spans, Indexing.SPANS.fields());
        return new SpanMatch(spans, score, covered.fit(), covered.reasons());
    }
}
