package dashwright.lab.world.pypi;

import dashwright.lab.world.signal.CalibratedDay;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.HourTotals;
import dashwright.lab.world.signal.SteadyHours;
import dashwright.lab.world.signal.WeekCycle;
import java.util.ArrayList;
import java.util.List;

/**
 * One environment: its machines, its pods and how many uploads it gets.
 *
 * @param name {@code prod} or {@code staging}
 * @param scale how much goes on beside {@code prod}
 * @param nodes its machines
 * @param worker the pods that run tasks
 * @param web the pods that answer requests
 * @param beat the pod that queues what is due
 * @param uploads accepted uploads
 */
record Environment(
        String name, double scale, List<Node> nodes, Fleet worker, Fleet web, Fleet beat, HourTotals uploads) {
    Environment {
        nodes = List.copyOf(nodes);
    }

    static Environment prod(long seed) {
        List<Node> nodes = nodes("prod", 12);
        HourTotals usual = new SteadyHours(Hash.of(seed, "uploads"), 735, new WeekCycle(0.6, 15), 0.12);
        HourTotals uploads = new CalibratedDay(
                usual, Calibration.start() / 3600, Calibration.SYNCS_IN_LAST_DAY, Calibration.SYNCS_IN_LAST_HOUR);
        return new Environment(
                "prod",
                1,
                nodes,
                new Fleet("prod", "warehouse-worker", "warehouse-worker", Calibration.WORKER_PODS, nodes),
                new Fleet("prod", "warehouse-web", "warehouse-web", 24, nodes),
                new Fleet("prod", "warehouse-beat", "warehouse-beat", 1, nodes),
                uploads);
    }

    /** The rehearsal room: a hundredth of the work, and figures of its own that a board for prod must not mix in. */
    static Environment staging(long seed) {
        List<Node> nodes = nodes("staging", 2);
        return new Environment(
                "staging",
                0.01,
                nodes,
                new Fleet("staging", "warehouse-worker", "warehouse-worker", 2, nodes),
                new Fleet("staging", "warehouse-web", "warehouse-web", 2, nodes),
                new Fleet("staging", "warehouse-beat", "warehouse-beat", 1, nodes),
                new SteadyHours(Hash.of(seed, "staging uploads"), 8, new WeekCycle(0.6, 15), 0.3));
    }

    boolean isProd() {
        return name.equals("prod");
    }

    Fleet fleet(String word) {
        return switch (word) {
            case "worker" -> worker;
            case "web" -> web;
            case "beat" -> beat;
            default ->
                throw new IllegalArgumentException("no pods are called '" + word + "'; there are worker, web, beat");
        };
    }

    private static List<Node> nodes(String environment, int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = Hash.of(Hash.of(0x6e6f6465L, environment), i) >>> 4;
            String zone = "us-east-2" + (char) ('a' + i % 3);
            nodes.add(new Node(String.format("i-0%015x", id), environment, zone));
        }
        return nodes;
    }
}
