package dashwright.lab.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world made of parts that were built beforehand. */
public final class AssembledWorld implements World {
    private final String name;
    private final Instant start;
    private final List<WorldMetric> metrics;
    private final Map<String, WorldMetric> byName = new HashMap<>();
    private final List<WorldSpans> spans;
    private final TeamDocuments documents;

    /**
     * A world.
     *
     * @param name the name by which the command line chooses it
     * @param start the instant at which its figures are those of its source
     * @param metrics its metrics, each name once
     * @param spans its spans
     * @param documents the boards, monitors and objectives that the team already has
     */
    public AssembledWorld(
            String name, Instant start, List<WorldMetric> metrics, List<WorldSpans> spans, TeamDocuments documents) {
        this.name = name;
        this.start = start;
        this.metrics = List.copyOf(metrics);
        this.spans = List.copyOf(spans);
        this.documents = documents;
        for (WorldMetric metric : metrics) {
            if (byName.put(metric.name(), metric) != null) {
                throw new IllegalArgumentException(
                        "the world " + name + " has the metric " + metric.name() + " twice; a name may be there once");
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public List<WorldMetric> metrics() {
        return metrics;
    }

    @Override
    public Optional<WorldMetric> metric(String wanted) {
        return Optional.ofNullable(byName.get(wanted));
    }

    @Override
    public List<WorldSpans> spans() {
        return spans;
    }

    @Override
    public List<String> dashboards() {
        return documents.dashboards();
    }

    @Override
    public List<String> monitors() {
        return documents.monitors();
    }

    @Override
    public List<String> objectives() {
        return documents.objectives();
    }
}
