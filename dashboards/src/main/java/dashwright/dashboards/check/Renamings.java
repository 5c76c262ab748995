package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a metric that is not there, or has fallen silent, may be called now: it is often renamed by a prefix that came or
 * went ({@code prs.open}, {@code github.prs.open}) or by another spelling of its separators.
 */
final class Renamings {
    private final Catalog catalog;

    Renamings(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What a metric that the catalog lacks may be called. */
    Optional<String> ofAbsent(String metric) {
        return closest(metric, alike(metric));
    }

    /** What a metric that fell silent may be called: one that reported within the day. */
    Optional<String> ofSilent(String metric) {
        return closest(
                metric,
                alike(metric)
                        .filter(other -> other.liveness() == Liveness.LIVE || other.liveness() == Liveness.RECENT));
    }

    private Stream<Metric> alike(String metric) {
        String wanted = normal(metric);
        String tail = wanted.substring(wanted.lastIndexOf('.') + 1);
        return catalog.metrics().stream()
                // Cheap, and rules out all but a few of what can be a million names.
                .filter(other -> endsWith(other.name(), tail))
                .filter(other -> !other.name().equals(metric) && isRenaming(wanted, normal(other.name())));
    }

    /** The closer the lengths, the less was changed. */
    private static Optional<String> closest(String metric, Stream<Metric> candidates) {
        return candidates
                .map(Metric::name)
                .min(Comparator.comparingInt(name -> Math.abs(name.length() - metric.length())));
    }

    private static boolean endsWith(String name, String tail) {
        return name.regionMatches(true, name.length() - tail.length(), tail, 0, tail.length());
    }

    /** A single word in common, as {@code count}, is no sign of a renaming. */
    private static boolean isRenaming(String wanted, String known) {
        String shorter = wanted.length() < known.length() ? wanted : known;
        String longer = wanted.length() < known.length() ? known : wanted;
        return known.equals(wanted) || (shorter.indexOf('.') > 0 && longer.endsWith("." + shorter));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
    }
}
