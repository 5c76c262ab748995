package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What decisions on boards tell of the metrics on them. A person has one vote on a metric, however often they decided, and
 * the votes of many weigh ever less each: it takes people, not presses, to move a metric, and it never moves far.
 */
final class DecisionEvidence {
    static final DecisionEvidence NONE = new DecisionEvidence(List.of(), Map.of());

    /** The topic words of the requests that were decided on, each set once. */
    private final List<Set<String>> requests;

    private final Map<String, List<Vote>> votes;

    /** Which requests have a topic word. */
    private final Map<String, List<Integer>> having = new HashMap<>();

    private DecisionEvidence(List<Set<String>> requests, Map<String, List<Vote>> votes) {
        this.requests = requests;
        this.votes = votes;
        for (int request = 0; request < requests.size(); request++) {
            for (String topic : requests.get(request)) {
                having.computeIfAbsent(topic, any -> new ArrayList<>()).add(request);
            }
        }
    }

    /** What a person decided on one metric for the words of one request. */
    private record Vote(String by, int request, boolean approved) {}

    /** What a vote is about; a person who decides on it again changes their mind. */
    private record About(String by, int request, String metric) {}

    static DecisionEvidence of(List<Lessons.Decided> newestFirst) {
        Map<Set<String>, Integer> requests = new LinkedHashMap<>();
        Map<About, Boolean> votes = new LinkedHashMap<>();
        for (Lessons.Decided decided : newestFirst) {
            Set<String> topics = TextWords.of(decided.request()).topics();
            if (!topics.isEmpty()) {
                int request = requests.computeIfAbsent(topics, any -> requests.size());
                decided.metrics()
                        .forEach(metric ->
                                votes.putIfAbsent(new About(decided.by(), request, metric), decided.approved()));
            }
        }
        Map<String, List<Vote>> byMetric = new HashMap<>();
        votes.forEach((about, approved) -> byMetric.computeIfAbsent(about.metric(), any -> new ArrayList<>())
                .add(new Vote(about.by(), about.request(), approved)));
        return new DecisionEvidence(List.copyOf(requests.keySet()), byMetric);
    }

    /** The weights of metrics for a text of these topic words. */
    Weights about(Set<String> topics) {
        Map<Integer, Integer> shared = new HashMap<>();
        topics.forEach(topic ->
                having.getOrDefault(topic, List.of()).forEach(request -> shared.merge(request, 1, Integer::sum)));
        if (shared.isEmpty()) {
            return Weights.NONE;
        }
        double[] alike = new double[requests.size()];
        shared.forEach((request, words) ->
                alike[request] = alike(words, requests.get(request).size(), topics.size()));
        return new Weights(votes, alike);
    }

    /** How alike two requests are, 0 to 1: the share of their words that both have, which nearly the same words raise. */
    private static double alike(int shared, int one, int other) {
        double share = (double) shared / (one + other - shared);
        return share * share;
    }

    /** What decisions say of each metric where one text is searched. */
    static final class Weights {
        static final Weights NONE = new Weights(Map.of(), new double[0]);

        private final Map<String, List<Vote>> votes;
        private final double[] alike;

        private Weights(Map<String, List<Vote>> votes, double[] alike) {
            this.votes = votes;
            this.alike = alike;
        }

        /** True where nothing that was decided has to do with the text. */
        boolean isNone() {
            return this == NONE;
        }

        /** From -1, rejected by many for just this, to 1, approved by many for just this; 0 where nobody decided. */
        double of(String metric) {
            List<Vote> about = votes.get(metric);
            if (about == null) {
                return 0;
            }
            Map<String, Double> approving = new HashMap<>();
            Map<String, Double> rejecting = new HashMap<>();
            about.forEach(vote ->
                    (vote.approved() ? approving : rejecting).merge(vote.by(), alike[vote.request()], Math::max));
            double net = sum(approving) - sum(rejecting);
            return net / (1 + Math.abs(net));
        }

        private static double sum(Map<String, Double> voices) {
            return voices.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
