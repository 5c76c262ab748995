package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.search.Embedder;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.search.SpanMatch;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A small catalog, searched by the parts of names, whose details become known when they are read. */
final class KnownCatalog implements Knowledge {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final List<Metric> details;
    private final List<String> reads = new ArrayList<>();
    private Catalog catalog;
    private Optional<Embedder> embedder = Optional.empty();

    /** A catalog in which these metrics are known by name and liveness alone until they are read. */
    KnownCatalog(List<Metric> details, List<SpanGroup> spans) {
        this.details = List.copyOf(details);
        List<Metric> bare = details.stream()
                .map(metric -> Metric.named(metric.name()).withLiveness(metric.liveness()))
                .toList();
        this.catalog = Catalog.of(bare, spans, NOW.minusSeconds(180));
    }

    static Metric metric(String name, MetricType type, String unit, Liveness liveness, String... tags) {
        return Metric.named(name)
                .withMetadata(type, Unit.of(unit), "What " + name + " means", "celery")
                .withTags(TagSet.of(Arrays.asList(tags)))
                .withLiveness(liveness);
    }

    List<String> reads() {
        return reads;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Catalog describe(Collection<String> metrics) {
        return read("describe", metrics);
    }

    @Override
    public Catalog enrich(Collection<String> metrics) {
        return read("enrich", metrics);
    }

    private Catalog read(String how, Collection<String> metrics) {
        reads.add(how + " " + String.join(" ", metrics));
        catalog = catalog.with(details.stream()
                .filter(metric -> metrics.contains(metric.name()))
                .toList());
        return catalog;
    }

    @Override
    public Catalog carrying(String tagKey, String tagValue) {
        throw new UnsupportedOperationException("the toolbox does not ask for it");
    }

    @Override
    public MetricSearch search() {
        return this::search;
    }

    /** From now on found metrics are ordered by a model. */
    void orderedBy(Embedder model) {
        embedder = Optional.of(model);
    }

    @Override
    public Optional<Embedder> embedder() {
        return embedder;
    }

    private SearchResult search(String text, int limit) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
        List<Match> matches = catalog.metrics().stream()
                .map(metric -> new Match(metric, 1, 0.5, reasons(words, metric.name())))
                .filter(match -> !match.reasons().isEmpty())
                .limit(limit)
                .toList();
        List<SpanMatch> spans = catalog.spans().stream()
                .map(group -> new SpanMatch(group, 1, 0.75, reasons(words, group.resource())))
                .filter(match -> !match.reasons().isEmpty())
                .toList();
        List<String> missing = words.stream()
                .filter(word -> catalog.metrics().stream()
                        .noneMatch(metric -> metric.name().contains(word)))
                .toList();
        return new SearchResult(matches, spans, words, missing, missing.isEmpty());
    }

    private static List<Reason> reasons(List<String> words, String name) {
        return words.stream()
                .filter(name::contains)
                .map(word -> new Reason(word, word, Reason.Field.NAME))
                .toList();
    }
}
