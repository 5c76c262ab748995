package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private final DataInputStream in;
    private final List<String> seen = new ArrayList<>();
    private final Map<Wanted, Instant> readAt = new HashMap<>();

    SnapshotReader(DataInputStream in) {
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
        Metric metric = Metric.named(text());
        MetricType type = MetricType.valueOf(text());
        Liveness liveness = Liveness.valueOf(text());
        metric = metric.withType(type).withLiveness(liveness);
        if (in.readBoolean()) {
            Unit unit = new Unit(text(), text());
            metric = metric.withMetadata(type, unit, text(), text());
            time(new Wanted.Metadata(metric.name()));
        }
        boolean known = in.readBoolean();
        if (known) {
            time(new Wanted.Tags(metric.name()));
        }
        TreeMap<String, SortedSet<String>> values = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            SortedSet<String> of = values.computeIfAbsent(text(), any -> new TreeSet<>());
            for (int more = count(); more > 0; more--) {
                of.add(text());
            }
        }
        return known || !values.isEmpty() ? metric.withTags(new TagSet(known, values)) : metric;
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
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it ends in the middle of a text");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        seen.add(text);
        return text;
    }
}
