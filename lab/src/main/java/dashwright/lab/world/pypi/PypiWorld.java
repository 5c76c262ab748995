package dashwright.lab.world.pypi;

import dashwright.lab.world.AssembledWorld;
import dashwright.lab.world.TeamDocuments;
import dashwright.lab.world.World;
import dashwright.lab.world.WorldMetric;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.signal.Hash;
import dashwright.lab.world.table.MetricDefinition;
import dashwright.lab.world.table.MetricTable;
import dashwright.lab.world.table.SeriesFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the world of the package index. */
public final class PypiWorld {
    /** Its name. */
    public static final String NAME = "pypi";

    private static final List<String> TABLES = List.of(
            "core.tsv",
            "warehouse.tsv",
            "traces.tsv",
            "containers.tsv",
            "kubernetes.tsv",
            "web.tsv",
            "postgres.tsv",
            "search.tsv",
            "redis.tsv",
            "aws.tsv",
            "hosts.tsv");

    private PypiWorld() {}

    /** Builds the world; the seed decides all noise. */
    public static World build(long seed) {
        long key = Hash.of(seed, NAME);
        List<Environment> environments = List.of(Environment.prod(key), Environment.staging(key));
        List<TaskRuns> tasks = tasks(environments, key);
        Traces traces = new Traces(TraceStreams.of(tasks, environments, key));
        Map<String, List<WorldSeries>> sources = new HashMap<>();
        sources.putAll(new TaskMetrics(tasks).sources());
        sources.putAll(new FileSync(tasks, key).sources());
        sources.putAll(new Uploads(environments, key).sources());
        sources.putAll(new PodMemory(environments, key).sources());
        sources.putAll(new Deployments(environments).sources());
        sources.putAll(traces.sources());
        List<WorldMetric> metrics =
                metrics(sources, new SeriesFactory(key, Calibration.start(), new PypiSenders(environments).groups()));
        return new AssembledWorld(
                NAME, Calibration.START, metrics, traces.spans(), TeamDocuments.beside(PypiWorld.class));
    }

    private static List<TaskRuns> tasks(List<Environment> environments, long key) {
        List<TaskRuns> tasks = new ArrayList<>();
        for (String[] row : Rows.read("tasks.tsv", 6)) {
            TaskDefinition definition = new TaskDefinition(
                    row[0],
                    row[1],
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]),
                    row[5]);
            environments.forEach(environment -> tasks.add(new TaskRuns(definition, environment, key)));
        }
        return tasks;
    }

    private static List<WorldMetric> metrics(Map<String, List<WorldSeries>> sources, SeriesFactory factory) {
        List<WorldMetric> metrics = new ArrayList<>();
        for (String table : TABLES) {
            for (MetricDefinition definition : MetricTable.read(PypiWorld.class, table)) {
                metrics.add(metric(definition, sources, factory));
            }
        }
        return metrics;
    }

    private static WorldMetric metric(
            MetricDefinition definition, Map<String, List<WorldSeries>> sources, SeriesFactory factory) {
        String from = definition.options().text("from", "");
        if (from.isEmpty()) {
            return factory.metric(definition);
        }
        List<WorldSeries> series = sources.get(from);
        if (series == null) {
            throw new IllegalArgumentException(definition.name() + ": nothing is called '" + from + "'; there are "
                    + sources.keySet().stream().sorted().toList());
        }
        return SeriesFactory.metric(definition, series);
    }
}
