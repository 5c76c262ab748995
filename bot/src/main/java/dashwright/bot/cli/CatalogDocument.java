package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.sync.CatalogStats;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a catalog, in words and as a document.
 *
 * @param stats the catalog in numbers
 * @param gaps what could not be read, in words for people
 */
record CatalogDocument(CatalogStats stats, List<String> gaps) {
    private static final int MOST_NAMESPACES = 20;

    void print(PrintWriter out) {
        out.println(stats.metrics() + " metrics and " + stats.spans() + " kinds of spans, listed " + words(stats.age())
                + " ago (" + stats.listedAt() + ")");
        out.println("described: " + stats.described() + ", not yet: " + stats.undescribed() + "; tags read of "
                + stats.tagged());
        out.println("reads: " + stats.budget().inWords() + "; " + stats.budget().forRequests()
                + " of them for what people ask, " + stats.budget().forIdle() + " for describing in idle time");
        out.println("by type: " + stats.byType());
        out.println("by liveness: " + stats.byLiveness());
        int more = stats.byNamespace().size() - MOST_NAMESPACES;
        out.println("by namespace: " + largest() + (more > 0 ? " and " + more + " more" : ""));
        gaps.forEach(gap -> out.println("not read: " + gap));
    }

    private String largest() {
        return stats.byNamespace().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_NAMESPACES)
                .toList()
                .toString();
    }

    private static String words(Duration age) {
        if (age.toMinutes() < 2) {
            return age.toSeconds() + " s";
        }
        return age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h";
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("metrics", stats.metrics())
                .put("spans", stats.spans())
                .put("listed_at", stats.listedAt().toString())
                .put("age_seconds", stats.age().toSeconds())
                .put("described", stats.described())
                .put("undescribed", stats.undescribed())
                .put("tagged", stats.tagged());
        counts(node.putObject("by_type"), stats.byType());
        counts(node.putObject("by_liveness"), stats.byLiveness());
        counts(node.putObject("by_namespace"), stats.byNamespace());
        node.putObject("reads")
                .put("limit", stats.budget().limit())
                .put("left", stats.budget().remaining())
                .put("for_requests", stats.budget().forRequests())
                .put("for_idle", stats.budget().forIdle())
                .put(
                        "reset_at",
                        stats.budget().resetAt() == null
                                ? null
                                : stats.budget().resetAt().toString());
        gaps.forEach(node.putArray("gaps")::add);
        return node.toPrettyString();
    }

    private static void counts(ObjectNode node, Map<?, Integer> counts) {
        counts.forEach((name, count) -> node.put(
                name instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : String.valueOf(name), count));
    }
}
