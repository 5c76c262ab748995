package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot as {@link SnapshotWriter} wrote it. Numbers that make no sense end it before they cost memory. */
final class SnapshotReader {
    private static final int LONGEST_TEXT = 1 << 20;

    private final ByteInput in;
    private final List<String> seen = new ArrayList<>();
    private final Map<Wanted, Instant> readAt = new HashMap<>();
    private final Map<Unit, Unit> units = new HashMap<>();
    private final Map<SpanGroup, Instant> spansAt = new HashMap<>();

    SnapshotReader(ByteInput in) {
        this.in = in;
    }

    /** Reads the present form. */
    Snapshot read() throws IOException {
        Instant takenAt = Instant.ofEpochMilli(in.readLong());
        Listed listed = listed();
        Catalog catalog = catalog(takenAt, true);
        Map<String, Instant> goneAt = times();
        Demand demand = new Demand(new HashSet<>(texts()), times());
        return new Snapshot(catalog, listed, spansAt, goneAt, demand, unfinished(), readAt);
    }

    /** Reads the form that knew neither who is wanted nor since when something is gone. */
    Snapshot readFirstForm() throws IOException {
        Instant takenAt = Instant.ofEpochMilli(in.readLong());
        boolean complete = in.readBoolean();
        int reads = count();
        List<String> gaps = texts();
        Catalog catalog = catalog(takenAt, false);
        Map<String, Instant> goneAt = new HashMap<>();
        catalog.metrics().stream()
                .filter(metric -> metric.liveness() == Liveness.GONE)
                .forEach(metric -> goneAt.put(metric.name(), takenAt));
        Listed listed = new Listed(takenAt, reads, reads / 2, complete, gaps, List.of());
        return new Snapshot(catalog, listed, Map.of(), goneAt, Demand.NONE, null, readAt);
    }

    private Listed listed() throws IOException {
        Instant wholeAt = Instant.ofEpochMilli(in.readLong());
        return new Listed(wholeAt, count(), count(), in.readBoolean(), texts(), texts());
    }

    private Catalog catalog(Instant takenAt, boolean spansWithTime) throws IOException {
        List<Metric> metrics = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            metrics.add(metric());
        }
        List<SpanGroup> spans = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            SpanGroup group = new SpanGroup(text(), text(), text(), in.readLong());
            spans.add(group);
            long seenAt = spansWithTime ? in.readLong() : SnapshotWriter.NEVER;
            if (seenAt != SnapshotWriter.NEVER) {
                spansAt.put(group, Instant.ofEpochMilli(seenAt));
            }
        }
        for (int left = count(); left > 0; left--) {
            time(new Wanted.Carriers(text(), text()));
        }
        return Catalog.of(metrics, spans, takenAt);
    }

    private @Nullable UnfinishedListing unfinished() throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        Instant startedAt = Instant.ofEpochMilli(in.readLong());
        boolean whole = in.readBoolean();
        List<UnfinishedListing.Part> lists = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            String list = NameList.Kind.valueOf(text()).name();
            Set<String> names = new HashSet<>(texts());
            boolean done = in.readBoolean();
            boolean byPages = in.readBoolean();
            boolean begun = in.readBoolean();
            String cursor = text();
            lists.add(new UnfinishedListing.Part(list, names, done, byPages, begun ? cursor : null, count(), count()));
        }
        return new UnfinishedListing(startedAt, whole, lists);
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private Map<String, Instant> times() throws IOException {
        Map<String, Instant> times = new HashMap<>();
        for (int left = count(); left > 0; left--) {
            times.put(text(), Instant.ofEpochMilli(in.readLong()));
        }
        return times;
    }

    private Metric metric() throws IOException {
        String name = text();
        MetricType type = MetricType.valueOf(text());
        Liveness liveness = Liveness.valueOf(text());
        boolean described = in.readBoolean();
        Unit unit = described ? unit(text(), text()) : Unit.NONE;
        String description = described ? text() : "";
        String integration = described ? text() : "";
        if (described) {
            time(new Wanted.Metadata(name));
        }
        return new Metric(name, type, unit, description, integration, tags(name), liveness, described);
    }

    private Unit unit(String name, String per) {
        return units.computeIfAbsent(new Unit(name, per), unit -> unit);
    }

    private TagSet tags(String metric) throws IOException {
        boolean known = in.readBoolean();
        if (known) {
            time(new Wanted.Tags(metric));
        }
        TreeMap<String, SortedSet<String>> values = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            SortedSet<String> of = values.computeIfAbsent(text(), any -> new TreeSet<>());
            for (int more = count(); more > 0; more--) {
                of.add(text());
            }
        }
        return known || !values.isEmpty() ? new TagSet(known, values) : TagSet.UNREAD;
    }

    private void time(Wanted wanted) throws IOException {
        long millis = in.readLong();
        if (millis != SnapshotWriter.NEVER) {
            readAt.put(wanted, Instant.ofEpochMilli(millis));
        }
    }

    private int count() throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IllegalArgumentException("a number of things is negative");
        }
        return count;
    }

    private String text() throws IOException {
        int place = in.readInt();
        if (place >= 0 && place < seen.size()) {
            return seen.get(place);
        }
        int length = in.readInt();
        if (place != seen.size() || length < 0 || length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text stands out of place");
        }
        String text = in.readText(length);
        seen.add(text);
        return text;
    }
}
