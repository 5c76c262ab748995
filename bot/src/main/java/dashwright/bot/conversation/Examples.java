package dashwright.bot.conversation;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.SearchResult;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests that a team's own catalog answers to: its busiest work, and what most of its metrics are about. */
final class Examples {
    private static final int MOST_TRIED = 12;
    private static final int FEWEST_METRICS = 3;
    /** A task's or a function's name says more than a path, and one word alone too little. */
    private static final String NAME_OF_WORK = "[a-z]+(?:_[a-z0-9]+){1,4}";
    /** Datadog's own prefix of metrics that are made of spans. */
    private static final String OF_SPANS = "trace";

    private Examples() {}

    /**
     * Requests, the likeliest first; each finds something.
     *
     * @param limit how many at the most
     */
    static List<String> of(Catalog catalog, MetricSearch search, int limit) {
        List<String> work = work(catalog, search).limit(Math.max(1, limit / 2)).toList();
        return Stream.concat(work.stream(), subjects(catalog, search))
                .limit(limit)
                .toList();
    }

    private static Stream<String> work(Catalog catalog, MetricSearch search) {
        return catalog.spans().stream()
                .sorted(Comparator.comparingLong(SpanGroup::hits).reversed())
                .map(spans -> spans.resource().substring(spans.resource().lastIndexOf('.') + 1))
                .filter(name -> name.matches(NAME_OF_WORK))
                .map(name -> name.replace('_', ' '))
                .distinct()
                .limit(MOST_TRIED)
                .filter(words -> answers(search, words))
                .map(words -> words + " status");
    }

    private static Stream<String> subjects(Catalog catalog, MetricSearch search) {
        Map<String, Long> sizes = catalog.metrics().stream()
                .filter(metric -> metric.liveness() != Liveness.GONE)
                .collect(Collectors.groupingBy(Metric::namespace, Collectors.counting()));
        return sizes.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_METRICS
                        && !entry.getKey().toLowerCase(Locale.ROOT).equals(OF_SPANS))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_TRIED)
                .filter(namespace -> answers(search, namespace))
                .map(namespace -> namespace + " status");
    }

    private static boolean answers(MetricSearch search, String words) {
        SearchResult found = search.search(words, 1);
        return found.answered() && !(found.metrics().isEmpty() && found.spans().isEmpty());
    }
}
