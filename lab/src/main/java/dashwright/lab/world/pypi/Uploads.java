package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Counted;
import dashwright.lab.world.signal.EventPlan;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.SteadyHours;
import dashwright.lab.world.signal.Sum;
import dashwright.lab.world.signal.WeekCycle;
import dashwright.lab.world.table.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Uploads as the web pods count them: every accepted one queues one sync. */
final class Uploads {
    private static final List<String> REASONS =
            List.of("file_exists", "invalid_metadata", "not_authorized", "invalid_filename", "too_large");
    private static final double REFUSED_PER_HOUR = 61;

    private final List<Environment> environments;
    private final long seed;

    Uploads(List<Environment> environments, long seed) {
        this.environments = List.copyOf(environments);
        this.seed = seed;
    }

    Map<String, List<WorldSeries>> sources() {
        List<WorldSeries> accepted = new ArrayList<>();
        List<WorldSeries> refused = new ArrayList<>();
        List<WorldSeries> attempts = new ArrayList<>();
        for (Environment environment : environments) {
            EventPlan ok = accepted(environment);
            EventPlan failed = refused(environment);
            for (Sender pod : environment.web().senders()) {
                accepted.addAll(split(ok, pod, "filetype", List.of("bdist_wheel", "sdist", "bdist_egg")));
                refused.addAll(split(failed, pod, "reason", REASONS));
                Signal both = new Sum(new Counted(ok, pod.share()), new Counted(failed, pod.share()));
                attempts.add(new WorldSeries(pod.tags(), both));
            }
        }
        return Map.of("upload.ok", accepted, "upload.failed", refused, "upload.attempt", attempts);
    }

    private EventPlan accepted(Environment environment) {
        return new EventPlan.Irregular(Hash.of(seed, "accepted " + environment.name()), environment.uploads());
    }

    private EventPlan refused(Environment environment) {
        long key = Hash.of(seed, "refused " + environment.name());
        double perHour = REFUSED_PER_HOUR * environment.scale();
        return new EventPlan.Irregular(key, new SteadyHours(key, perHour, new WeekCycle(0.5, 15), 0.3));
    }

    private static List<WorldSeries> split(EventPlan plan, Sender pod, String tag, List<String> values) {
        return pod.split(tag, values).stream()
                .map(part -> new WorldSeries(part.tags(), new Counted(plan, part.share())))
                .toList();
    }
}
