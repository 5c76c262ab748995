package dashwright.lab.datadog.metrics;

import dashwright.lab.datadog.engine.LabMetric;
import dashwright.lab.datadog.engine.Sender;
import dashwright.lab.datadog.engine.SignalSender;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When each sender last sent something. Looking back through a month of a silent sender takes long, so what was once
 * looked through is remembered: signals never change.
 */
final class Liveness {
    private final Map<Sender, Seen> seen = new ConcurrentHashMap<>();

    /** True where any sender of the metric sent something within these seconds before the present. */
    boolean reported(LabMetric metric, long now, long seconds) {
        return metric.senders().stream().anyMatch(sender -> reported(sender, now, seconds));
    }

    /** True where the sender sent something within these seconds before the present. */
    boolean reported(Sender sender, long now, long seconds) {
        long from = now - seconds;
        if (!(sender instanceof SignalSender)) {
            return sender.newest(from, now + 1).isPresent();
        }
        Seen known = seen.compute(sender, (any, before) -> looked(sender, before, from, now));
        return known.newest >= from;
    }

    private static Seen looked(Sender sender, @Nullable Seen before, long from, long now) {
        if (before == null || before.to > now + 1) {
            return new Seen(from, now + 1, newest(sender, from, now + 1, Long.MIN_VALUE));
        }
        long newest = newest(sender, before.to, now + 1, before.newest);
        if (newest >= from || before.from <= from) {
            return new Seen(before.from, now + 1, newest);
        }
        return new Seen(from, now + 1, newest(sender, from, before.from, newest));
    }

    private static long newest(Sender sender, long from, long to, long otherwise) {
        OptionalLong found = from < to ? sender.newest(from, to) : OptionalLong.empty();
        return found.orElse(otherwise);
    }

    /** The seconds looked through, and the newest with a value. */
    private record Seen(long from, long to, long newest) {}
}
