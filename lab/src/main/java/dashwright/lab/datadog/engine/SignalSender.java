package dashwright.lab.datadog.engine;

import dashwright.lab.world.Signal;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A sender whose readings are a function of time.
 *
 * @param tags its tags
 * @param signal its readings
 * @param interval seconds between two readings
 */
public record SignalSender(Map<String, String> tags, Signal signal, int interval) implements Sender {
    public SignalSender {
        tags = Map.copyOf(tags);
        if (interval < 1) {
            throw new IllegalArgumentException("a sender's interval is at least one second");
        }
    }

    @Override
    public void collect(long from, long to, int stride, Bucket bucket) {
        long first = Math.ceilDiv(from, interval) * interval;
        if (first >= to) {
            return;
        }
        long readings = Math.ceilDiv(to - first, interval);
        long taken = Math.ceilDiv(readings, stride);
        double weight = (double) readings / taken;
        for (long i = 0; i < taken; i++) {
            bucket.add(signal.at(first + i * stride * interval), weight);
        }
    }

    @Override
    public OptionalLong newest(long from, long to) {
        for (long at = Math.floorDiv(to - 1, interval) * interval; at >= from; at -= interval) {
            if (!Double.isNaN(signal.at(at))) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }
}
