package dashwright.lab.datadog.metrics;

import dashwright.lab.datadog.engine.Bucket;
import dashwright.lab.datadog.engine.Sender;
import dashwright.lab.datadog.engine.SignalSender;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A sender of the world of which points were submitted too: a submitted point stands in the place of the world's own
 * reading of its interval.
 *
 * @param world the world's sender
 * @param over what was submitted
 */
record LaidOver(SignalSender world, SubmittedSender over) implements Sender {
    @Override
    public Map<String, String> tags() {
        return world.tags();
    }

    @Override
    public void collect(long from, long to, int stride, Bucket bucket) {
        new SignalSender(world.tags(), this::at, world.interval()).collect(from, to, stride, bucket);
    }

    private double at(long second) {
        double submitted = over.within(second, second + world.interval());
        return Double.isNaN(submitted) ? world.signal().at(second) : submitted;
    }

    @Override
    public OptionalLong newest(long from, long to) {
        OptionalLong submitted = over.newest(from, to);
        OptionalLong own = world.newest(submitted.orElse(from), to);
        return own.isPresent() ? own : submitted;
    }
}
