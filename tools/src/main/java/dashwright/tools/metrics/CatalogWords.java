package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.Reason;
import dashwright.tools.datadog.ForeignText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the toolbox speaks of what a catalog holds. */
final class CatalogWords {
    private static final int MOST_REASONS = 6;

    private CatalogWords() {}

    static String type(MetricType type) {
        return type == MetricType.UNKNOWN ? "?" : type.name().toLowerCase(Locale.ROOT);
    }

    /** A question mark where it was never read, nothing where there is none. */
    static String unit(Metric metric) {
        return metric.unit().isNone() && !metric.described()
                ? "?"
                : metric.unit().toString();
    }

    static String liveness(Liveness liveness) {
        return switch (liveness) {
            case LIVE -> "within 1 h";
            case RECENT -> "within 1 d";
            case QUIET -> "within 30 d";
            case GONE -> "not within 30 d";
            case UNKNOWN -> "?";
        };
    }

    static String why(List<Reason> reasons) {
        return reasons.stream()
                .limit(MOST_REASONS)
                .map(CatalogWords::why)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String why(Reason reason) {
        String word = ForeignText.clean(reason.word(), 40);
        String matched = ForeignText.clean(reason.matched(), 40);
        if (reason.isTaught()) {
            return matched + " (taught by " + ForeignText.clean(reason.by(), 40) + ")";
        }
        String met = word.equalsIgnoreCase(matched) ? word : word + "~" + matched;
        return met + " (" + reason.field().name().toLowerCase(Locale.ROOT) + ")";
    }

    static String fit(double fit) {
        return String.format(Locale.ROOT, "%.2f", fit);
    }

    static String age(Catalog catalog, InstantSource clock) {
        return "Catalog of " + catalog.metrics().size() + " metrics, read " + words(catalog.age(clock)) + " ago.";
    }

    /** A length of time in whole units, the larger the longer it is. */
    static String words(Duration time) {
        long seconds = Math.max(time.toSeconds(), 0);
        if (seconds < 120) {
            return seconds + " s";
        }
        if (time.toHours() < 2) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " d";
    }

    /** Names of what a catalog has instead of a metric that it does not have. */
    static String nearest(MetricSearch search, String name) {
        String asWords = ForeignText.clean(name.replaceAll("[._:/-]+", " "), 200);
        if (asWords.isBlank()) {
            return "";
        }
        String names = search.search(asWords, 3).metrics().stream()
                .map(Match::metric)
                .map(metric -> ForeignText.clean(metric.name(), 200))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Nearest there are: " + names + ".";
    }
}
