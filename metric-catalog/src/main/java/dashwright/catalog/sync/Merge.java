package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.sync.Piece.Carried;
import dashwright.catalog.sync.Piece.Described;
import dashwright.catalog.sync.Piece.Tagged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings what was read together with what was known; reading never makes a catalog know less. */
final class Merge {
    private Merge() {}

    /**
     * The catalog that lists of names show, with the details that were known. What they no longer have stays, as gone, so
     * that a board that still asks for it can be told so.
     */
    static Catalog listed(Catalog before, Listing listing, List<SpanGroup> spans) {
        Set<String> names = listing.names();
        List<Metric> metrics = new ArrayList<>(names.size());
        for (String name : names) {
            metrics.add(listing.seen(before.metric(name).orElseGet(() -> Metric.named(name))));
        }
        before.metrics().stream()
                .filter(metric -> !names.contains(metric.name()))
                .forEach(metric -> metrics.add(metric.withLiveness(Liveness.GONE)));
        return Catalog.of(metrics, spans, listing.startedAt());
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
