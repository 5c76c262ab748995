package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.sync.Piece.Carried;
import dashwright.catalog.sync.Piece.Described;
import dashwright.catalog.sync.Piece.Tagged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings what was read together with what was known; reading never makes a catalog know less. */
final class Merge {
    /** So many are remembered however few are listed. */
    private static final int FEW_GONE = 1_000;

    private Merge() {}

    /**
     * A catalog and what of it is gone.
     *
     * @param catalog the catalog
     * @param goneAt since when each metric that is gone is known to be
     */
    record Outcome(Catalog catalog, Map<String, Instant> goneAt) {}

    /**
     * The catalog that lists of names show, with the details that were known. What they no longer have stays for a while, as
     * gone, so that a board that still asks for it can be told so; never more of it than is listed, as names that carry ids
     * come and go by the thousand.
     */
    static Outcome listed(
            Catalog before, Map<String, Instant> goneAt, Listing listing, List<SpanGroup> spans, Duration goneKept) {
        Set<String> names = listing.names();
        List<Metric> metrics = new ArrayList<>(names.size());
        for (String name : names) {
            metrics.add(listing.seen(before.metric(name).orElseGet(() -> Metric.named(name))));
        }
        Map<String, Instant> gone = new HashMap<>();
        for (Metric metric : before.metrics()) {
            if (names.contains(metric.name())) {
                continue;
            }
            if (listing.tellsWhoIsGone() || metric.liveness() == Liveness.GONE) {
                gone.put(metric.name(), goneAt.getOrDefault(metric.name(), listing.startedAt()));
            } else {
                metrics.add(listing.unseen(metric));
            }
        }
        Map<String, Instant> kept = remembered(gone, listing.startedAt().minus(goneKept), metrics.size());
        kept.keySet()
                .forEach(name ->
                        before.metric(name).ifPresent(metric -> metrics.add(metric.withLiveness(Liveness.GONE))));
        return new Outcome(Catalog.of(metrics, spans, listing.startedAt()), kept);
    }

    private static Map<String, Instant> remembered(Map<String, Instant> gone, Instant after, int listed) {
        Map<String, Instant> kept = new HashMap<>();
        gone.entrySet().stream()
                .filter(entry -> entry.getValue().isAfter(after))
                .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(FEW_GONE, listed))
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** The metrics that these pieces change. */
    static Collection<Metric> changed(Catalog before, Map<Wanted, Piece> pieces) {
        Map<String, Metric> after = new LinkedHashMap<>();
        pieces.forEach((wanted, piece) -> apply(before, after, wanted, piece));
        after.values()
                .removeIf(metric ->
                        before.metric(metric.name()).filter(metric::equals).isPresent());
        return after.values();
    }

    private static void apply(Catalog before, Map<String, Metric> after, Wanted wanted, Piece piece) {
        if (wanted instanceof Wanted.Metadata(String name) && piece instanceof Described(MetricSource.Metadata read)) {
            Metric metric = present(before, after, name);
            after.put(name, metric.withMetadata(read.type(), read.unit(), read.description(), read.integration()));
        } else if (wanted instanceof Wanted.Tags(String name) && piece instanceof Tagged(TagSet read)) {
            Metric metric = present(before, after, name);
            after.put(name, metric.withTags(together(metric.tags(), read)));
        } else if (wanted instanceof Wanted.Carriers(String key, String value)
                && piece instanceof Carried(List<String> names)) {
            for (String name : names) {
                Metric metric = present(before, after, name);
                after.put(name, metric.withTags(metric.tags().plus(key, value)));
            }
        }
    }

    private static Metric present(Catalog before, Map<String, Metric> after, String name) {
        Metric changed = after.get(name);
        return changed != null ? changed : before.metric(name).orElseGet(() -> Metric.named(name));
    }

    /** Single tags that were found by their value stay beside those read as a whole; older whole readings are replaced. */
    static TagSet together(TagSet known, TagSet read) {
        if (known.known()) {
            return read;
        }
        TagSet together = read;
        for (String key : known.keys()) {
            for (String value : known.valuesOf(key)) {
                together = together.plus(key, value);
            }
        }
        return together;
    }
}
