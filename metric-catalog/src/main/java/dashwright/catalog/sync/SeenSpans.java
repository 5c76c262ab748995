package dashwright.catalog.sync;

import dashwright.catalog.SpanGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the spans of one look together with those of the looks before. */
final class SeenSpans {
    /** A source looks back over hours: what runs at night, or once a week, is not seen in each look. */
    private static final Duration REMEMBERED = Duration.ofDays(8);

    /** A bound for the search; a look has a thousand at the most. */
    private static final int MOST = 2_000;

    private SeenSpans() {}

    /**
     * The spans of a look, the most frequent first, then those that were seen before, the last seen first.
     *
     * @param before when each kind of spans was last seen
     * @return when each is last seen now, in that order
     */
    static Map<SpanGroup, Instant> with(Map<SpanGroup, Instant> before, List<SpanGroup> look, Instant now) {
        Map<SpanGroup, Instant> seen = new LinkedHashMap<>();
        Set<SpanGroup> kinds = new HashSet<>();
        for (SpanGroup spans : look) {
            if (kinds.add(kind(spans))) {
                seen.put(spans, now);
            }
        }
        List<Map.Entry<SpanGroup, Instant>> older = new ArrayList<>(before.entrySet());
        older.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<SpanGroup, Instant> entry : older) {
            boolean remembered = entry.getValue().isAfter(now.minus(REMEMBERED));
            if (remembered && seen.size() < MOST && kinds.add(kind(entry.getKey()))) {
                seen.put(entry.getKey(), entry.getValue());
            }
        }
        return seen;
    }

    /** Of spans of which nobody noted when they were seen, it was with the listing. */
    static Map<SpanGroup, Instant> of(List<SpanGroup> spans, Map<SpanGroup, Instant> noted, Instant listedAt) {
        Map<SpanGroup, Instant> seen = new HashMap<>();
        spans.forEach(each -> seen.put(each, noted.getOrDefault(each, listedAt)));
        return seen;
    }

    /** The same spans however many there were. */
    private static SpanGroup kind(SpanGroup spans) {
        return new SpanGroup(spans.service(), spans.operation(), spans.resource(), 0);
    }
}
