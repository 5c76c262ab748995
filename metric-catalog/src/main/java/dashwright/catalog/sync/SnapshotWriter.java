package dashwright.catalog.sync;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Writes a snapshot; {@link SnapshotReader} is its mirror. Texts that come again are written once. */
final class SnapshotWriter {
    /** Stands where there is no time. */
    static final long NEVER = Long.MIN_VALUE;

    private final DataOutputStream out;
    private final Map<String, Integer> written = new HashMap<>();

    SnapshotWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(Snapshot snapshot) throws IOException {
        out.writeLong(snapshot.catalog().takenAt().toEpochMilli());
        listed(snapshot.listed());
        out.writeInt(snapshot.catalog().metrics().size());
        for (Metric metric : snapshot.catalog().metrics()) {
            metric(metric, snapshot.readAt());
        }
        out.writeInt(snapshot.catalog().spans().size());
        for (SpanGroup spans : snapshot.catalog().spans()) {
            text(spans.service());
            text(spans.operation());
            text(spans.resource());
            out.writeLong(spans.hits());
            time(snapshot.spansAt().get(spans));
        }
        carriers(snapshot.readAt());
        times(snapshot.goneAt());
        texts(snapshot.demand().queried());
        times(snapshot.demand().askedAt());
        unfinished(snapshot.unfinished());
    }

    private void listed(Listed listed) throws IOException {
        out.writeLong(listed.wholeAt().toEpochMilli());
        out.writeInt(listed.wholeReads());
        out.writeInt(listed.reportReads());
        out.writeBoolean(listed.complete());
        texts(listed.wholeGaps());
        texts(listed.reportGaps());
    }

    private void unfinished(@Nullable UnfinishedListing listing) throws IOException {
        out.writeBoolean(listing != null);
        if (listing == null) {
            return;
        }
        out.writeLong(listing.startedAt().toEpochMilli());
        out.writeBoolean(listing.whole());
        out.writeInt(listing.lists().size());
        for (UnfinishedListing.Part part : listing.lists()) {
            text(part.list());
            texts(part.names());
            out.writeBoolean(part.done());
            out.writeBoolean(part.byPages());
            out.writeBoolean(part.cursor() != null);
            text(part.cursor() == null ? "" : part.cursor());
            out.writeInt(part.reads());
            out.writeInt(part.failures());
        }
    }

    private void texts(Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    private void times(Map<String, Instant> times) throws IOException {
        out.writeInt(times.size());
        for (Map.Entry<String, Instant> entry : times.entrySet()) {
            text(entry.getKey());
            time(entry.getValue());
        }
    }

    private void metric(Metric metric, Map<Wanted, Instant> readAt) throws IOException {
        text(metric.name());
        text(metric.type().name());
        text(metric.liveness().name());
        out.writeBoolean(metric.described());
        if (metric.described()) {
            text(metric.unit().name());
            text(metric.unit().per());
            text(metric.description());
            text(metric.integration());
            time(readAt.get(new Wanted.Metadata(metric.name())));
        }
        out.writeBoolean(metric.tags().known());
        if (metric.tags().known()) {
            time(readAt.get(new Wanted.Tags(metric.name())));
        }
        out.writeInt(metric.tags().values().size());
        for (Map.Entry<String, SortedSet<String>> tag : metric.tags().values().entrySet()) {
            text(tag.getKey());
            out.writeInt(tag.getValue().size());
            for (String value : tag.getValue()) {
                text(value);
            }
        }
    }

    private void carriers(Map<Wanted, Instant> readAt) throws IOException {
        List<Wanted.Carriers> carriers = new ArrayList<>();
        readAt.keySet().forEach(wanted -> {
            if (wanted instanceof Wanted.Carriers one) {
                carriers.add(one);
            }
        });
        out.writeInt(carriers.size());
        for (Wanted.Carriers one : carriers) {
            text(one.tagKey());
            text(one.tagValue());
            time(readAt.get(one));
        }
    }

    private void time(@Nullable Instant time) throws IOException {
        out.writeLong(time == null ? NEVER : time.toEpochMilli());
    }

    private void text(String text) throws IOException {
        Integer place = written.putIfAbsent(text, written.size());
        if (place != null) {
            out.writeInt(place);
            return;
        }
        out.writeInt(written.size() - 1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
