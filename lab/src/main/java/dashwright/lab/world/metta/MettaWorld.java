package dashwright.lab.world.metta;

import dashwright.lab.world.AssembledWorld;
import dashwright.lab.world.TeamDocuments;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSpans;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.signal.Share;
import dashwright.lab.world.table.MetricDefinition;
import dashwright.lab.world.table.MetricTable;
import dashwright.lab.world.table.Sender;
import dashwright.lab.world.table.SenderGroup;
import dashwright.lab.world.table.SeriesFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the world of the research team, in the night after 23 October 2025, of which the values are known. The names are
 * those that the collectors sent around that day. Two liberties: names that came with that day's changes have the whole
 * week behind them, so that a week's board has a week; and the prefix {@code github.} came nine days ago, not that night.
 */
public final class MettaWorld {
    /** Its name. */
    public static final String NAME = "metta";

    private static final Instant START = Instant.parse("2025-10-24T00:00:00Z");
    private static final long RENAMED_BEFORE = 9L * 86_400;

    /** How long each collector's run takes, in seconds. */
    private static final Map<String, Double> COLLECTORS = collectors();

    private MettaWorld() {}

    private static Map<String, Double> collectors() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("github", 41.0);
        seconds.put("skypilot", 9.0);
        seconds.put("asana", 12.0);
        seconds.put("ec2", 7.0);
        seconds.put("wandb", 24.0);
        seconds.put("kubernetes", 5.0);
        seconds.put("health_fom", 3.0);
        return seconds;
    }

    /** Builds the world; the seed decides all noise. */
    public static World build(long seed) {
        long key = Hash.of(seed, NAME);
        Map<String, WorldMetric> metrics = new LinkedHashMap<>();
        collected(key).forEach(metric -> metrics.put(metric.name(), metric));
        SeriesFactory factory = new SeriesFactory(key, START.getEpochSecond(), senders());
        for (MetricDefinition definition : MetricTable.read(MettaWorld.class, "platform.tsv")) {
            metrics.put(definition.name(), factory.metric(definition));
        }
        List<WorldSpans> spans = new ArrayList<>(EvaluatorSpans.of("fastapi.request", metrics));
        spans.addAll(EvaluatorSpans.of("eval_worker.execute", metrics));
        return new AssembledWorld(
                NAME, START, List.copyOf(metrics.values()), spans, TeamDocuments.beside(MettaWorld.class));
    }

    private static List<WorldMetric> collected(long key) {
        List<Trouble> troubles = Trouble.of(START);
        CollectedSeries series = new CollectedSeries(key, START.getEpochSecond(), troubles);
        CollectorReports reports = new CollectorReports(key, troubles);
        List<WorldMetric> metrics = new ArrayList<>();
        COLLECTORS.forEach((collector, seconds) -> {
            List<MetricDefinition> table = MetricTable.read(MettaWorld.class, collector + ".tsv");
            table.forEach(definition -> metrics.add(series.metric(definition)));
            metrics.addAll(reports.of(collector, table.size(), seconds));
        });
        for (WorldMetric metric : List.copyOf(metrics)) {
            if (metric.name().startsWith("github.")) {
                String oldName = metric.name().substring("github.".length());
                metrics.add(CollectedSeries.renamed(metric, oldName, START.getEpochSecond() - RENAMED_BEFORE));
            }
        }
        for (MetricDefinition definition : MetricTable.read(MettaWorld.class, "passing.tsv")) {
            metrics.add(series.metric(definition));
        }
        return metrics;
    }

    private static Map<String, List<SenderGroup>> senders() {
        return Map.of(
                "nodes", List.of(group("nodes", "host", "ip-10-2-14-31", "ip-10-2-27-8", "ip-10-2-41-190")),
                "pods",
                        List.of(group(
                                "pods", "pod_name", "eval-orchestrator-7c9d-x2x", "eval-worker-0", "eval-worker-1")),
                "orchestrator", List.of(service("eval-orchestrator")),
                "worker", List.of(service("eval-worker")));
    }

    private static SenderGroup service(String service) {
        Map<String, String> tags = Map.of("env", "production", "service", service, "host", "ip-10-2-14-31");
        return new SenderGroup(service, 1, List.of(new Sender(service, tags, Share.ALL)));
    }

    private static SenderGroup group(String name, String tag, String... values) {
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Share share = new Share((double) i / values.length, (i + 1.0) / values.length);
            senders.add(new Sender(values[i], Map.of(tag, values[i], "cluster", "main"), share));
        }
        return new SenderGroup(name, 1, senders);
    }
}
