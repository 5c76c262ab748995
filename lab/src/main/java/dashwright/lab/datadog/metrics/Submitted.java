package dashwright.lab.datadog.metrics;

import dashwright.lab.datadog.engine.LabMetric;
import dashwright.lab.datadog.engine.Sender;
import dashwright.lab.datadog.engine.SignalSender;
import dashwright.lab.datadog.engine.UnitPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A metric of which points were submitted. */
final class Submitted {
    private final String name;
    private final String type;
    private final String unit;
    private final int interval;
    private final Map<Map<String, String>, SubmittedSender> senders = new ConcurrentHashMap<>();

    /**
     * A metric without points yet.
     *
     * @param type its type; the first submission decides
     * @param interval seconds between two points of one sender
     */
    Submitted(String name, String type, String unit, int interval) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.interval = interval;
    }

    void submit(Map<String, String> tags, long second, double value) {
        senders.computeIfAbsent(tags, any -> new SubmittedSender(any, type.equals("count")))
                .submit(second, value);
    }

    /** The metric as it stands, laid over the world's own where there is one. */
    LabMetric over(Optional<LabMetric> world) {
        if (world.isEmpty()) {
            List<Sender> own = new ArrayList<>(senders.values());
            return new LabMetric(name, type, new UnitPair(unit, ""), "", "", false, interval, own);
        }
        LabMetric under = world.get();
        List<Sender> all = new ArrayList<>();
        Map<Map<String, String>, SubmittedSender> rest = new HashMap<>(senders);
        for (Sender sender : under.senders()) {
            SubmittedSender over = rest.remove(sender.tags());
            all.add(over == null ? sender : laidOver((SignalSender) sender, over));
        }
        all.addAll(rest.values());
        return new LabMetric(
                under.name(),
                under.type(),
                under.unit(),
                under.description(),
                under.integration(),
                under.percentiles(),
                under.interval(),
                all);
    }

    /** A submitted point stands in the place of the world's own reading of its interval. */
    private static Sender laidOver(SignalSender world, SubmittedSender over) {
        int seconds = world.interval();
        return new SignalSender(
                world.tags(),
                at -> {
                    double submitted = over.within(at, at + seconds);
                    return Double.isNaN(submitted) ? world.signal().at(at) : submitted;
                },
                seconds);
    }
}
