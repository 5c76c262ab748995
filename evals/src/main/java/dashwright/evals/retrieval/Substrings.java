package dashwright.evals.retrieval;

import dashwright.catalog.Catalog;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** As chat tools for Datadog search today: how many words of the text stand somewhere in the name. */
record Substrings(Catalog catalog) implements Ranker {
    @Override
    public String name() {
        return "substrings of names";
    }

    @Override
    public List<String> best(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> word.length() > 1)
                .distinct()
                .toList();
        return catalog.metrics().stream()
                .map(metric -> new Met(metric.name(), met(metric.name(), words)))
                .filter(met -> met.words() > 0)
                .sorted(Comparator.comparingLong(Met::words)
                        .reversed()
                        .thenComparingInt(met -> met.name().length())
                        .thenComparing(Met::name))
                .limit(10)
                .map(Met::name)
                .toList();
    }

    private record Met(String name, long words) {}

    private static long met(String name, List<String> words) {
        String lower = name.toLowerCase(Locale.ROOT);
        return words.stream().filter(lower::contains).count();
    }
}
