package dashwright.catalog.sync;

import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A source over a list in memory that pages, counts its reads, keeps a budget, and fails when told to. */
final class ListedSource implements MetricSource {
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final int pageSize;
    private volatile List<SpanGroup> spans = List.of();
    private volatile Predicate<String> refused = read -> false;
    private volatile @Nullable Integer left = 10_000;
    private volatile Instant resetAt = MovableClock.START.plus(Duration.ofHours(1));
    private volatile @Nullable CountDownLatch gate;
    private volatile Set<String> queried = Set.of();
    private volatile UnaryOperator<List<String>> cut = names -> names;
    private volatile @Nullable Runnable meanwhile;

    private record Entry(MetricType type, Duration quietFor, Metadata metadata, TagSet tags) {}

    ListedSource(int pageSize) {
        this.pageSize = pageSize;
    }

    ListedSource has(String name, MetricType type, Duration quietFor, String description, String... tags) {
        Metadata metadata = new Metadata(type, Unit.of("byte"), description, "sample");
        entries.put(name, new Entry(type, quietFor, metadata, TagSet.of(List.of(tags))));
        return this;
    }

    ListedSource hasLive(String... names) {
        for (String name : names) {
            has(name, MetricType.GAUGE, Duration.ofMinutes(1), "");
        }
        return this;
    }

    /** Says of these that they are queried. */
    void isQueried(String... names) {
        queried = Set.of(names);
    }

    /** Does this to each list that is given whole. */
    void cuts(UnaryOperator<List<String>> how) {
        cut = how;
    }

    /** Runs this with the next read. */
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    void loses(String name) {
        entries.remove(name);
    }

    void hasSpans(SpanGroup... groups) {
        spans = List.of(groups);
    }

    /** Refuses the reads that match, such as {@code "names GAUGE 720h"}, {@code "active 1h"} or {@code "tags a.b"}. */
    void refuses(Predicate<String> reads) {
        refused = reads;
    }

    void allows(@Nullable Integer reads) {
        left = reads;
    }

    /** Allows so many reads until a time, and all 100 after it. */
    void allows(int reads, Instant until) {
        left = reads;
        resetAt = until;
    }

    /** Holds every read until the latch opens. */
    void waitsFor(CountDownLatch latch) {
        gate = latch;
    }

    /** What was asked, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    long askedFor(String prefix) {
        return asked().stream().filter(read -> read.startsWith(prefix)).count();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public Page names(Filter filter, @Nullable String cursor) {
        String which = filter.queried()
                ? "queried"
                : filter.type() == null ? "all" : filter.type().name();
        String what = "names " + which + " "
                + (filter.within() == null ? "default" : filter.within().toHours() + "h") + " "
                + (cursor == null ? "first" : cursor);
        return read(what, () -> page(filter, cursor));
    }

    /** As Datadog's, even the last page that holds anything names a next one. */
    private Page page(Filter filter, @Nullable String cursor) {
        List<String> matching = entries.entrySet().stream()
                .filter(entry -> filter.type() == null || entry.getValue().type() == filter.type())
                .filter(entry ->
                        filter.within() == null || entry.getValue().quietFor().compareTo(filter.within()) <= 0)
                .map(Map.Entry::getKey)
                .filter(name -> !filter.queried() || queried.contains(name))
                .toList();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + pageSize, matching.size());
        return new Page(matching.subList(from, to), to > from ? String.valueOf(to) : null, to - from == pageSize);
    }

    @Override
    public List<String> active(Duration within) {
        return read(
                "active " + within.toHours() + "h",
                () -> cut.apply(entries.entrySet().stream()
                        .filter(entry -> entry.getValue().quietFor().compareTo(within) <= 0)
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    @Override
    public Metadata metadata(String metric) {
        return read("metadata " + metric, () -> entry(metric).metadata());
    }

    @Override
    public TagSet tags(String metric) {
        return read("tags " + metric, () -> entry(metric).tags());
    }

    @Override
    public List<String> carrying(String tagKey, String tagValue) {
        return read(
                "carrying " + tagKey + ":" + tagValue,
                () -> entries.entrySet().stream()
                        .filter(entry -> entry.getValue().tags().has(tagKey, tagValue))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public List<SpanGroup> spans() {
        asked.add("spans");
        if (refused.test("spans")) {
            throw new SourceException("spans: 403 Forbidden; give the key apm_read");
        }
        return spans;
    }

    /** What is left of 100 reads, all of which return an hour after the test's beginning. */
    @Override
    public @Nullable Allowance allowance() {
        Integer now = left;
        return now == null ? null : new Allowance(Math.max(100, now), now, resetAt);
    }

    @Nullable
    Integer readsLeft() {
        return left;
    }

    private Entry entry(String metric) {
        Entry entry = entries.get(metric);
        if (entry == null) {
            throw new SourceException(metric + ": 404 Not found", new IllegalArgumentException(metric), true);
        }
        return entry;
    }

    private interface Answer<T> {
        T give();
    }

    private <T> T read(String what, Answer<T> answer) {
        asked.add(what);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            CountDownLatch waiting = gate;
            if (waiting != null) {
                waiting.await();
            }
            Runnable work = meanwhile;
            meanwhile = null;
            if (work != null) {
                work.run();
            }
            spend(what);
            if (refused.test(what)) {
                throw new SourceException(what + ": 503 Service unavailable; try again");
            }
            return answer.give();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("interrupted", e);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private synchronized void spend(String what) {
        Integer now = left;
        if (now == null) {
            return;
        }
        if (now <= 0) {
            throw new SourceException(what + ": no metric read is left this hour");
        }
        left = now - 1;
    }
}
