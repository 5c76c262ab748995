package dashwright.lab.datadog.metrics;

import dashwright.lab.datadog.engine.Bucket;
import dashwright.lab.datadog.engine.Sender;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A sender whose points were submitted through the API. */
final class SubmittedSender implements Sender {
    /** A lab that runs for weeks does not grow without bound: the oldest points go first. */
    private static final int KEPT = 100_000;

    private final Map<String, String> tags;
    private final boolean adds;
    private final TreeMap<Long, Double> points = new TreeMap<>();

    /**
     * A sender without points yet.
     *
     * @param tags its tags
     * @param adds true where two points of one second add up, as counts do; otherwise the later one stands
     */
    SubmittedSender(Map<String, String> tags, boolean adds) {
        this.tags = Map.copyOf(tags);
        this.adds = adds;
    }

    synchronized void submit(long second, double value) {
        points.merge(second, value, (before, now) -> adds ? before + now : now);
        if (points.size() > KEPT) {
            points.pollFirstEntry();
        }
    }

    /** The value within an interval, NaN where there is none. */
    synchronized double within(long from, long to) {
        Map<Long, Double> inside = points.subMap(from, to);
        if (inside.isEmpty()) {
            return Double.NaN;
        }
        return adds
                ? inside.values().stream().mapToDouble(Double::doubleValue).sum()
                : points.lowerEntry(to).getValue();
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    @Override
    public synchronized void collect(long from, long to, int stride, Bucket bucket) {
        if (from < to) {
            points.subMap(from, to).values().forEach(value -> bucket.add(value, 1));
        }
    }

    @Override
    public synchronized OptionalLong newest(long from, long to) {
        Long newest = points.lowerKey(to);
        return newest != null && newest >= from ? OptionalLong.of(newest) : OptionalLong.empty();
    }
}
