package dashwright.tools.drafting;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.Embedder;
import dashwright.catalog.search.Lessons;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.sync.Enriched;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.ReadBudget;
import dashwright.catalog.sync.Unread;
import dashwright.catalog.sync.Wanted;
import dashwright.dashboards.live.QueryRunner;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known of a live catalog. */
public final class LiveKnowledge implements RequestPlanner.Knowledge {
    private final LiveCatalog catalog;
    private final Optional<? extends Embedder> embedder;
    private final LiveLevels levels;
    private final Supplier<Lessons> lessons;

    /** Reads through this catalog, within its budget; nobody taught anything. */
    public LiveKnowledge(LiveCatalog catalog, QueryRunner runner, InstantSource clock) {
        this(catalog, runner, clock, () -> Lessons.NONE);
    }

    /**
     * Reads through this catalog, within its budget.
     *
     * @param runner answers what gauges read
     * @param clock what "now" is to such a question
     * @param lessons what was taught so far; asked for before each search, and once for all those of one request
     */
    public LiveKnowledge(LiveCatalog catalog, QueryRunner runner, InstantSource clock, Supplier<Lessons> lessons) {
        this(catalog, Optional.empty(), runner, clock, lessons);
    }

    /**
     * The same with a model of meanings.
     *
     * @param embedder orders near answers for whoever looks for metrics; empty for words alone
     */
    public LiveKnowledge(
            LiveCatalog catalog,
            Optional<? extends Embedder> embedder,
            QueryRunner runner,
            InstantSource clock,
            Supplier<Lessons> lessons) {
        this.catalog = catalog;
        this.embedder = embedder;
        this.levels = new LiveLevels(runner, clock);
        this.lessons = lessons;
    }

    @Override
    public Catalog catalog() {
        return catalog.catalog();
    }

    @Override
    public MetricSearch search() {
        return catalog.search().with(lessons.get());
    }

    @Override
    public Optional<? extends Embedder> embedder() {
        return embedder;
    }

    @Override
    public Catalog describe(Collection<String> metrics) {
        return catalog.describe(metrics).catalog();
    }

    @Override
    public Catalog enrich(Collection<String> metrics) {
        return catalog.enrich(metrics).catalog();
    }

    @Override
    public Catalog carrying(String tagKey, String tagValue) {
        return catalog.carrying(tagKey, tagValue).catalog();
    }

    @Override
    public Map<String, Level> levels(Collection<String> metrics) {
        return levels.of(metrics);
    }

    @Override
    public RequestPlanner.Knowledge forRequest() {
        return new OfRequest(catalog, embedder, levels, lessons.get());
    }

    @Override
    public Optional<ReadBudget.Standing> budget() {
        return Optional.of(catalog.budget().standing());
    }

    /** The same for one request. Safe for threads, as a model may call several tools. */
    private static final class OfRequest implements RequestPlanner.Knowledge {
        private final LiveCatalog catalog;
        private final Optional<? extends Embedder> embedder;
        private final LiveLevels levels;
        private final Lessons lessons;
        private final Map<Wanted, Unread> unread = new LinkedHashMap<>();

        OfRequest(LiveCatalog catalog, Optional<? extends Embedder> embedder, LiveLevels levels, Lessons lessons) {
            this.catalog = catalog;
            this.embedder = embedder;
            this.levels = levels;
            this.lessons = lessons;
        }

        @Override
        public Catalog catalog() {
            return catalog.catalog();
        }

        @Override
        public MetricSearch search() {
            return catalog.search().with(lessons);
        }

        @Override
        public Optional<? extends Embedder> embedder() {
            return embedder;
        }

        @Override
        public Catalog describe(Collection<String> metrics) {
            return noted(catalog.describe(metrics));
        }

        @Override
        public Catalog enrich(Collection<String> metrics) {
            return noted(catalog.enrich(metrics));
        }

        @Override
        public Catalog carrying(String tagKey, String tagValue) {
            return noted(catalog.carrying(tagKey, tagValue));
        }

        private synchronized Catalog noted(Enriched enriched) {
            enriched.unread().stream()
                    .filter(each -> each.cause() != Unread.Cause.ABSENT)
                    .forEach(each -> unread.put(each.wanted(), each));
            return enriched.catalog();
        }

        @Override
        public synchronized List<Unread> unread() {
            return unread.values().stream()
                    .filter(each -> !catalog.isKnown(each.wanted()))
                    .toList();
        }

        @Override
        public Optional<ReadBudget.Standing> budget() {
            return Optional.of(catalog.budget().standing());
        }

        @Override
        public Map<String, Level> levels(Collection<String> metrics) {
            return levels.of(metrics);
        }
    }
}
