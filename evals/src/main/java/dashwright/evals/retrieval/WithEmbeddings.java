package dashwright.evals.retrieval;

import dashwright.catalog.search.Embedder;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.RerankedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search with its near answers in the order of an embedding model. */
final class WithEmbeddings implements Ranker {
    private final RerankedSearch search;
    private final List<String> unranked = new ArrayList<>();

    WithEmbeddings(MetricSearch search, Embedder embedder) {
        this.search = new RerankedSearch(() -> search, Optional.of(embedder)).telling(unranked::add);
    }

    @Override
    public String name() {
        return "dashwright + embeddings";
    }

    @Override
    public List<String> best(String text) {
        return search.search(text, 10).metrics().stream()
                .map(match -> match.metric().name())
                .toList();
    }

    /** What keeps the line from being what it says: how many texts the model had no say in, and why; empty for none. */
    Optional<String> reservation() {
        return unranked.isEmpty()
                ? Optional.empty()
                : Optional.of(unranked.size() + " texts were ranked without embeddings: " + unranked.getFirst());
    }
}
