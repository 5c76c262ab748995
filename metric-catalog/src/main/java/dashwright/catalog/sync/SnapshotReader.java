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
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a snapshot as {@link SnapshotWriter} wrote it. Numbers that make no sense end it before they cost memory. */
final class SnapshotReader {
    private static final int LONGEST_TEXT = 1 << 20;

    private final ByteInput in;
    private final List<String> seen = new ArrayList<>();
    private final Map<Wanted, Instant> readAt = new HashMap<>();
    private final Map<Unit, Unit> units = new HashMap<>();

    SnapshotReader(ByteInput in) {
        this.in = in;
    }

    Snapshot read() throws IOException {
        Instant takenAt = Instant.ofEpochMilli(in.readLong());
        boolean complete = in.readBoolean();
        int listingReads = count();
        List<String> gaps = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            gaps.add(text());
        }
        List<Metric> metrics = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            metrics.add(metric());
        }
        List<SpanGroup> spans = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            spans.add(new SpanGroup(text(), text(), text(), in.readLong()));
        }
        for (int left = count(); left > 0; left--) {
            time(new Wanted.Carriers(text(), text()));
        }
        return new Snapshot(Catalog.of(metrics, spans, takenAt), gaps, complete, listingReads, readAt);
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
