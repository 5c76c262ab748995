package dashwright.lab.world.pypi;

import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Share;
import dashwright.lab.world.table.Sender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pods of one deployment in one environment, ordered by machine, so that the parts of a machine's pods make one
 * interval: what a machine's agent counts in traces is then exactly the sum of what its pods count.
 */
final class Fleet {
    /** The letters of Kubernetes' generated names. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private static final long NAMES = 0x70797069L;

    private final List<Pod> pods;
    private final List<Share> shares = new ArrayList<>();
    private final List<Sender> senders;
    private final List<Sender> hosts;

    /**
     * A fleet.
     *
     * @param environment {@code prod} or {@code staging}
     * @param service the service
     * @param deployment the deployment
     * @param size how many pods
     * @param nodes the machines they run on
     */
    Fleet(String environment, String service, String deployment, int size, List<Node> nodes) {
        long key = Hash.of(NAMES, environment + '/' + deployment);
        String replicaSet = deployment + '-' + letters(Hash.of(key, "replica set"), 10);
        List<Pod> made = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Node node = nodes.get((int) Math.floorMod(key + i, (long) nodes.size()));
            made.add(new Pod(replicaSet + '-' + letters(Hash.of(key, i), 5), environment, service, deployment, node));
        }
        made.sort(Comparator.comparing((Pod pod) -> pod.node().host()).thenComparing(Pod::name));
        pods = Collections.unmodifiableList(made);
        divide();
        senders = Collections.unmodifiableList(podsAsSenders());
        hosts = List.copyOf(hostsAsSenders().values());
    }

    /** Some pods get more work than others, always the same ones. */
    private void divide() {
        double sum = 0;
        for (Pod pod : pods) {
            sum += weight(pod);
        }
        double begin = 0;
        double upTo = 0;
        for (int i = 0; i < pods.size(); i++) {
            upTo += weight(pods.get(i));
            double end = i == pods.size() - 1 ? 1 : upTo / sum;
            shares.add(new Share(begin, end));
            begin = end;
        }
    }

    private static double weight(Pod pod) {
        return 0.7 + 0.6 * Hash.unit(Hash.of(NAMES, pod.name()), 1);
    }

    private static String letters(long hash, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt((int) (Hash.unit(hash, i) * LETTERS.length())));
        }
        return text.toString();
    }

    List<Pod> pods() {
        return pods;
    }

    /** The pods as senders of metrics. */
    List<Sender> senders() {
        return senders;
    }

    private List<Sender> podsAsSenders() {
        List<Sender> made = new ArrayList<>();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i);
            made.add(new Sender(pod.name(), pod.tags(), shares.get(i)));
        }
        return made;
    }

    /**
     * The machines as senders of what their agents count for this fleet. Trace metrics carry environment, service,
     * version and the machine's tags, and no pod's (Datadog's documentation of trace metrics).
     */
    List<Sender> hosts() {
        return hosts;
    }

    private Map<String, Sender> hostsAsSenders() {
        Map<String, Sender> made = new LinkedHashMap<>();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i);
            Share share = shares.get(i);
            Sender known = made.get(pod.node().host());
            Share whole = known == null ? share : new Share(known.share().from(), share.to());
            made.put(pod.node().host(), new Sender(pod.node().host(), traceTags(pod), whole));
        }
        return made;
    }

    private static Map<String, String> traceTags(Pod pod) {
        Map<String, String> tags = new LinkedHashMap<>(pod.node().tags());
        tags.put("service", pod.service());
        tags.put("version", Pod.VERSION);
        return tags;
    }
}
