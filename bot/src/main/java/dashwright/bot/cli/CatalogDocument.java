package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.sync.CatalogStats;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a catalog, in words and as a document.
 *
 * @param stats the catalog in numbers
 * @param gaps what could not be read, in words for people
 */
record CatalogDocument(CatalogStats stats, List<String> gaps) {
    private static final int MOST_PRINTED = 15;
    private static final int MOST_IN_JSON = 100;

    void print(PrintWriter out) {
        out.println(number(stats.metrics()) + " metrics and " + number(stats.spans()) + " kinds of spans");
        Instant listed = stats.listedAt().truncatedTo(ChronoUnit.SECONDS);
        out.println("listed      " + words(stats.age()) + " ago, at " + listed + " ("
                + (stats.wholeAt().equals(stats.listedAt())
                        ? "all names"
                        : "who reports; all names "
                                + words(stats.age().plus(Duration.between(stats.wholeAt(), stats.listedAt()))) + " ago")
                + ")");
        out.println("liveness    " + counts(Stream.of(Liveness.values()), stats.byLiveness()));
        out.println("types       " + counts(Stream.of(MetricType.values()), stats.byType()));
        out.println("described   " + number(stats.described()) + ", not yet " + number(stats.undescribed())
                + "; tags read of " + number(stats.tagged()));
        out.println("reads       " + stats.budget().inWords() + ": "
                + stats.budget().forRequests() + " of them for what people ask, "
                + stats.budget().forIdle() + " to describe in idle time");
        out.println("namespaces  " + number(stats.byNamespace().size()));
        List<Map.Entry<String, Integer>> largest = largest(MOST_PRINTED);
        largest.forEach(entry -> out.println(line(entry.getValue()) + "  " + entry.getKey()));
        if (largest.size() < stats.byNamespace().size()) {
            out.println(
                    line(rest(largest)) + "  in " + number(stats.byNamespace().size() - largest.size()) + " others");
        }
        gaps.forEach(gap -> out.println("not read: " + gap));
    }

    private static String line(int count) {
        return String.format(Locale.ROOT, "%10s", number(count));
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Each kind that there is, in the order in which it is defined. */
    private static <K extends Enum<K>> String counts(Stream<K> kinds, Map<K, Integer> counts) {
        String all = kinds.filter(counts::containsKey)
                .map(kind ->
                        number(counts.getOrDefault(kind, 0)) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private List<Map.Entry<String, Integer>> largest(int most) {
        return stats.byNamespace().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
    }

    private int rest(List<Map.Entry<String, Integer>> largest) {
        return stats.metrics() - largest.stream().mapToInt(Map.Entry::getValue).sum();
    }

    private static String words(Duration age) {
        if (age.toMinutes() < 2) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() < 2) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("metrics", stats.metrics())
                .put("spans", stats.spans())
                .put("listed_at", stats.listedAt().toString())
                .put("all_names_listed_at", stats.wholeAt().toString())
                .put("age_seconds", stats.age().toSeconds())
                .put("described", stats.described())
                .put("undescribed", stats.undescribed())
                .put("tagged", stats.tagged())
                .put("gone", stats.gone());
        counts(node.putObject("by_type"), stats.byType());
        counts(node.putObject("by_liveness"), stats.byLiveness());
        List<Map.Entry<String, Integer>> largest = largest(MOST_IN_JSON);
        ObjectNode namespaces = node.putObject("by_namespace");
        largest.forEach(entry -> namespaces.put(entry.getKey(), entry.getValue()));
        node.putObject("other_namespaces")
                .put("namespaces", stats.byNamespace().size() - largest.size())
                .put("metrics", rest(largest));
        Instant resetAt = stats.budget().resetAt();
        node.putObject("reads")
                .put("limit", stats.budget().limit())
                .put("left", stats.budget().remaining())
                .put("for_requests", stats.budget().forRequests())
                .put("for_idle", stats.budget().forIdle())
                .put("reset_at", resetAt == null ? null : resetAt.toString());
        gaps.forEach(node.putArray("gaps")::add);
        return node.toPrettyString();
    }

    private static <K extends Enum<K>> void counts(ObjectNode node, Map<K, Integer> counts) {
        counts.forEach((kind, count) -> node.put(kind.name().toLowerCase(Locale.ROOT), count));
    }
}
