package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A search whose first results are put into a new order by an embedding model, where there is one and it answers. What
 * is found, how well it fits and whether it is an answer at all is what words say; only the order changes. Without a
 * model, or while it fails, it is the plain search.
 */
public final class RerankedSearch implements MetricSearch {
    /** So many of the plain ranking are looked at again; a metric behind them has hardly a word of the text. */
    static final int CANDIDATES = 50;

    private final Supplier<? extends MetricSearch> plain;
    private final Optional<? extends Embedder> embedder;
    private final Consumer<String> listener;

    /** A search without a model. */
    public RerankedSearch(Supplier<? extends MetricSearch> plain) {
        this(plain, Optional.empty());
    }

    /**
     * A search over another.
     *
     * @param plain the present search in words
     * @param embedder the model; empty for none
     */
    public RerankedSearch(Supplier<? extends MetricSearch> plain, Optional<? extends Embedder> embedder) {
        this(plain, embedder, _ -> {});
    }

    private RerankedSearch(
            Supplier<? extends MetricSearch> plain, Optional<? extends Embedder> embedder, Consumer<String> listener) {
        this.plain = plain;
        this.embedder = embedder;
        this.listener = listener;
    }

    /**
     * The same search, which tells each time that a model is set and had no say.
     *
     * @param unranked is given the reason, as a clause for people
     */
    public RerankedSearch telling(Consumer<String> unranked) {
        return new RerankedSearch(plain, embedder, unranked);
    }

    /** The present search in words alone. */
    public MetricSearch words() {
        return plain.get();
    }

    @Override
    public SearchResult search(String text, int limit) {
        MetricSearch words = words();
        SearchResult found = words.search(text, limit);
        if (embedder.isEmpty() || found.metrics().isEmpty()) {
            return found;
        }
        // Whether the text is answered may depend on how many are looked at, and must not depend on the model.
        SearchResult wide = limit >= CANDIDATES ? found : words.search(text, CANDIDATES);
        try {
            List<Match> reranked = reranked(embedder.get(), text, wide);
            List<Match> kept = withSurest(found.metrics(), reranked, limit);
            return new SearchResult(kept, found.spans(), found.words(), found.missing(), found.answered());
        } catch (EmbedderException without) {
            listener.accept(String.valueOf(without.getMessage()));
            return found;
        }
    }

    /** As words alone judge it: how far a metric answers does not depend on a model. */
    @Override
    public Optional<Match> judge(String text, String metric) {
        return words().judge(text, metric);
    }

    private static List<Match> reranked(Embedder embedder, String text, SearchResult found) {
        List<Match> all = found.metrics();
        List<Match> first = all.subList(0, Math.min(CANDIDATES, all.size()));
        String question = MeaningText.of(text);
        if (first.size() < 2 || question.isEmpty()) {
            return all;
        }
        List<UnitVector> vectors = embedder.embed(Stream.concat(
                        Stream.of(question), first.stream().map(match -> MeaningText.of(match.metric())))
                .toList());
        UnitVector asked = vectors.getFirst();
        List<Double> cosines = vectors.stream().skip(1).map(asked::cosine).toList();
        List<Match> reranked = new ArrayList<>(Fusion.fused(first, cosines, found.words()));
        reranked.addAll(all.subList(first.size(), all.size()));
        return reranked;
    }

    /** The first ones; the one that fits best by words, which made it an answer, stays among them. */
    private static List<Match> withSurest(List<Match> plain, List<Match> reranked, int limit) {
        List<Match> kept = new ArrayList<>(reranked.subList(0, Math.min(limit, reranked.size())));
        Match surest =
                plain.stream().max(Comparator.comparingDouble(Match::fit)).orElseThrow();
        reranked.stream()
                .filter(match -> match.metric().equals(surest.metric()) && !kept.contains(match))
                .forEach(match -> kept.set(kept.size() - 1, match));
        return kept;
    }
}
