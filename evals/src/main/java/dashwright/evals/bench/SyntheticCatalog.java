package dashwright.evals.bench;

import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A catalog of any size whose names are made as real ones are: few large namespaces and many small ones, parts of names
 * that come back everywhere beside parts that one team alone uses, timers in five statistics, about three metrics in four
 * described. The same size and seed give the same catalog.
 */
public final class SyntheticCatalog {
    private static final List<String> TEAMS = List.of(
            "billing",
            "checkout",
            "search",
            "ledger",
            "gateway",
            "identity",
            "catalogue",
            "shipping",
            "fraud",
            "media",
            "notify",
            "ranking",
            "render",
            "vault",
            "stream",
            "batch",
            "edge",
            "mailer",
            "quota",
            "relay",
            "scheduler",
            "session",
            "storefront",
            "telemetry",
            "uploads",
            "warehouse",
            "webhooks",
            "workflow",
            "pricing",
            "audience");
    private static final List<String> FLAVOURS = List.of(
            "api",
            "core",
            "v2",
            "eu",
            "internal",
            "worker",
            "proxy",
            "admin",
            "mobile",
            "jobs",
            "legacy",
            "sync",
            "canary",
            "sidecar",
            "agent",
            "exporter",
            "cluster",
            "cache",
            "store",
            "operator");
    private static final List<String> COMPONENTS = List.of(
            "http",
            "grpc",
            "db",
            "postgres",
            "redis",
            "kafka.consumer",
            "kafka.producer",
            "queue",
            "pool",
            "jvm.gc",
            "jvm.memory",
            "disk",
            "net",
            "cpu",
            "threads",
            "cache",
            "index",
            "replication",
            "lock",
            "session",
            "auth",
            "retry",
            "circuit_breaker",
            "s3",
            "dns",
            "tls",
            "scheduler",
            "worker",
            "batch",
            "shard",
            "compaction",
            "snapshot",
            "wal",
            "rate_limiter",
            "leader",
            "connection",
            "transaction",
            "statement",
            "upload",
            "download");
    private static final List<String> ACTIONS = List.of(
            "requests",
            "responses",
            "errors",
            "timeouts",
            "retries",
            "hits",
            "misses",
            "evictions",
            "reads",
            "writes",
            "commits",
            "rollbacks",
            "sent",
            "received",
            "dropped",
            "rejected",
            "accepted",
            "opened",
            "closed",
            "expired",
            "started",
            "finished",
            "failed",
            "queued",
            "scanned",
            "flushed",
            "merged",
            "scheduled",
            "delivered",
            "lost");
    private static final List<String> GAUGES = List.of(
            "size",
            "depth",
            "lag",
            "usage",
            "utilization",
            "free",
            "used",
            "active",
            "idle",
            "pending",
            "capacity",
            "limit",
            "age",
            "ratio",
            "load",
            "temperature",
            "backlog",
            "in_flight",
            "bytes_used",
            "percent_full");
    private static final List<String> TIMERS = List.of("latency", "duration", "wait_time", "processing_time", "ttl");
    private static final List<String> STATISTICS = List.of("avg", "max", "median", "count", "95percentile");

    private final Random random;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    private SyntheticCatalog(long seed) {
        this.random = new Random(seed);
    }

    /** A catalog of so many metrics. */
    public static Catalog of(int size, long seed) {
        SyntheticCatalog made = new SyntheticCatalog(seed);
        made.fill(size);
        return Catalog.of(made.metrics.values(), List.of(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    /**
     * Texts as people write them about some of a catalog's metrics: two to five words of a name, some of them said
     * otherwise, words about form, now and then a word that no metric has.
     */
    public static List<String> questions(Catalog catalog, int count, long seed) {
        Random random = new Random(seed);
        List<Metric> all = List.copyOf(catalog.metrics());
        List<String> questions = new ArrayList<>(count);
        while (questions.size() < count) {
            Metric about = all.get(random.nextInt(all.size()));
            List<String> words = new ArrayList<>(List.of(about.name().split("[._]+", -1)));
            while (words.size() > 2 + random.nextInt(4)) {
                words.remove(random.nextInt(words.size()));
            }
            switch (random.nextInt(4)) {
                case 0 -> words.addAll(List.of("by", "host", "over", "time"));
                case 1 -> words.addFirst("total");
                case 2 -> words.add("per second");
                default -> words.add(random.nextInt(5) == 0 ? "zeppelin" : "dashboard");
            }
            questions.add(String.join(" ", words));
        }
        return questions;
    }

    private void fill(int size) {
        // About 300 metrics in a namespace on the mean, as organisations have them.
        int namespaces = Math.max(8, size / 300);
        while (metrics.size() < size) {
            String namespace = namespace(skewed(namespaces));
            String component = pick(COMPONENTS);
            String own = random.nextInt(3) == 0 ? "." + pick(FLAVOURS) + random.nextInt(40) : "";
            add(namespace + own + "." + component, size);
        }
    }

    private void add(String stem, int size) {
        switch (random.nextInt(3)) {
            case 0 -> one(stem + "." + pick(ACTIONS), MetricType.COUNT, "", "Number of %s", size);
            case 1 -> one(stem + "." + pick(GAUGES), MetricType.GAUGE, "", "Current %s", size);
            default -> {
                String timer = stem + "." + pick(TIMERS);
                STATISTICS.forEach(statistic ->
                        one(timer + "." + statistic, MetricType.GAUGE, "millisecond", "Time taken: %s", size));
            }
        }
    }

    private void one(String name, MetricType type, String unit, String about, int size) {
        if (metrics.size() >= size) {
            return;
        }
        boolean described = random.nextInt(4) > 0;
        String words = name.substring(name.indexOf('.') + 1).replace('.', ' ').replace('_', ' ');
        String description = described
                ? about.formatted(words) + " as seen by the " + pick(TEAMS) + " team in the last interval"
                : "";
        metrics.putIfAbsent(
                name,
                new Metric(
                        name,
                        type,
                        unit.isEmpty() ? Unit.NONE : Unit.of(unit),
                        description,
                        "",
                        TagSet.UNREAD,
                        Liveness.LIVE,
                        described));
    }

    /** Small numbers often, large ones seldom. */
    private int skewed(int below) {
        return (int) (below * Math.pow(random.nextDouble(), 2));
    }

    private static String namespace(int number) {
        String team = TEAMS.get(number % TEAMS.size());
        int rest = number / TEAMS.size();
        if (rest == 0) {
            return team;
        }
        String flavour = FLAVOURS.get((rest - 1) % FLAVOURS.size());
        int again = (rest - 1) / FLAVOURS.size();
        return team + "_" + flavour + (again == 0 ? "" : "_" + again);
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
