package dashwright.bot;

import dashwright.bot.agent.AgentLimits;
import dashwright.bot.agent.ChatModels;
import dashwright.bot.agent.ModelPlanner;
import dashwright.bot.agent.ModelPlanning;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.Proposals;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.conversation.Means;
import dashwright.bot.conversation.Planning;
import dashwright.bot.conversation.Turns;
import dashwright.bot.conversation.Workbench;
import dashwright.bot.embedding.CachedEmbedder;
import dashwright.bot.embedding.EmbeddingLimits;
import dashwright.bot.lessons.KnownCatalog;
import dashwright.bot.lessons.PresentLessons;
import dashwright.bot.lessons.Teaching;
import dashwright.bot.planner.CatalogPlanner;
import dashwright.bot.planner.CatalogPlanning;
import dashwright.bot.planner.FreshCatalog;
import dashwright.bot.publish.DatadogBoards;
import dashwright.bot.publish.Publisher;
import dashwright.bot.publish.Timing;
import dashwright.bot.slack.Deliveries;
import dashwright.bot.slack.SlackFace;
import dashwright.bot.slack.SlackServices;
import dashwright.bot.store.CatalogLeases;
import dashwright.bot.store.CatalogSnapshots;
import dashwright.bot.store.Store;
import dashwright.bot.web.SlackRuntime;
import dashwright.catalog.Catalog;
import dashwright.catalog.search.RerankedSearch;
import dashwright.catalog.sync.Keeper;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.Pause;
import dashwright.catalog.sync.Sharing;
import dashwright.catalog.sync.SyncSettings;
import dashwright.tools.datadog.DatadogReader;
import dashwright.tools.datadog.DatadogSettings;
import dashwright.tools.datadog.DatadogWriter;
import dashwright.tools.drafting.CandidPlanner;
import dashwright.tools.drafting.CheckedDrafter;
import dashwright.tools.drafting.Drafter;
import dashwright.tools.drafting.LiveKnowledge;
import dashwright.tools.drafting.RequestPlanner;
import dashwright.tools.health.ReceiptStatus;
import dashwright.tools.toolbox.Toolbox;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything wired together against the services that the settings name. It does nothing by itself: a face (Slack, the
 * command line) asks it.
 */
public final class Dashwright implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dashwright.class);

    private final Settings settings;
    private final InstantSource clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final DatadogReader reader;
    private final LiveCatalog catalog;
    private final CatalogLeases leases;
    private final LiveKnowledge knowledge;
    private final Store store;
    private final Proposals proposals;
    private final Approvals approvals;
    private final Publisher publisher;
    private final Turns turns;
    private final Teaching teaching;
    private final Workbench workbench;

    private Dashwright(Settings settings, InstantSource clock, EmbeddingLimits limits) {
        this.settings = settings;
        this.clock = clock;
        DatadogSettings datadog = settings.requireDatadog();
        this.store = opened(Store.open(settings.store()));
        this.reader = opened(new DatadogReader(datadog, clock, LOG::warn));
        CatalogSnapshots snapshots = CatalogSnapshots.of(store, datadog);
        this.leases = new CatalogLeases(snapshots, clock);
        this.catalog = opened(
                new LiveCatalog(reader, clock, SyncSettings.DEFAULT, new Sharing(snapshots, leases, Pause.REAL)));
        Optional<CachedEmbedder> embedder =
                CachedEmbedder.of(settings.embeddings(), store, clock, limits).map(this::opened);
        AuditLog audit = new AuditLog(store);
        this.knowledge = new LiveKnowledge(catalog, embedder, reader, clock, new PresentLessons(store));
        this.teaching = new Teaching(
                store, audit, settings.approval(), KnownCatalog.live(this::freshCatalog, knowledge::search), clock);
        this.proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        this.approvals = new Approvals(store, proposals, audit, settings.approval(), clock);
        DatadogWriter writer = opened(new DatadogWriter(datadog, clock));
        this.publisher = new Publisher(
                store, proposals, approvals, new DatadogBoards(writer, reader, datadog), audit, clock, Timing.DEFAULT);
        Drafter drafter = new CheckedDrafter(knowledge, Optional.of(reader), clock);
        Means means =
                new Means(plannings(drafter), drafter, new ReceiptStatus(), finderForPeople(), this::freshCatalog);
        this.turns = new Turns(store);
        this.workbench = opened(new Workbench(means, proposals, audit, turns, clock, Workbench.Limits.DEFAULT));
    }

    /**
     * Opens what the settings name; nothing is asked of Datadog, Slack or the model yet.
     *
     * @throws dashwright.bot.store.StoreException where the database cannot be opened
     */
    public static Dashwright open(Settings settings, InstantSource clock) {
        return open(settings, clock, EmbeddingLimits.INTERACTIVE);
    }

    /** The same with other bounds for the embedding model, where one is set. */
    public static Dashwright open(Settings settings, InstantSource clock, EmbeddingLimits limits) {
        return new Dashwright(settings, clock, limits);
    }

    /** What people look for is noted, so that it is read first while nobody asks. */
    private RerankedSearch finderForPeople() {
        return new RerankedSearch(() -> new NotedSearch(knowledge.search(), catalog), knowledge.embedder());
    }

    private Catalog freshCatalog() {
        return catalog.ensureFresh().catalog();
    }

    /** With the model first, where one is set. */
    private List<Planning> plannings(Drafter drafter) {
        RequestPlanner planner = new CandidPlanner(knowledge, CatalogPlanner::new);
        List<Planning> plannings = new ArrayList<>();
        AgentLimits limits = AgentLimits.DEFAULT;
        ChatModels.of(settings.model(), limits.time())
                .map(model -> new ModelPlanner(model, new Toolbox(knowledge, reader, planner, drafter, clock), limits))
                .ifPresent(model -> plannings.add(new ModelPlanning(new FreshCatalog(Optional.of(catalog)), model)));
        String remark = plannings.isEmpty() ? "No model is set (DASH_MODEL): planned without one." : "";
        plannings.add(new CatalogPlanning(Optional.of(catalog), planner, knowledge, remark));
        return plannings;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    /** Listens to Slack, by the transport that the settings name, until it is closed. */
    public SlackRuntime serve() {
        SlackServices services = new SlackServices(
                workbench, proposals, approvals, publisher, teaching, new Deliveries(store, clock), clock);
        SlackFace face = opened(new SlackFace(services, settings.requireSlack()));
        return opened(SlackRuntime.start(settings, face, store, publisher));
    }

    /** Keeps the catalog fresh while nobody asks, until it is closed. */
    public Keeper keep() {
        KeeperLog log = new KeeperLog(() -> catalog.stats(), LOG);
        return opened(new Keeper(catalog, leases, clock, Keeper.Pace.DEFAULT, log).start());
    }

    /** Builds and finds. */
    public Workbench workbench() {
        return workbench;
    }

    /** The drafts that wait for a decision, and those that got one. */
    public Proposals proposals() {
        return proposals;
    }

    /** What was asked and answered in each thread. */
    public Turns turns() {
        return turns;
    }

    /** Takes decisions. */
    public Approvals approvals() {
        return approvals;
    }

    /** Publishes what was approved. */
    public Publisher publisher() {
        return publisher;
    }

    /** Teaches the search what words mean. */
    public Teaching teaching() {
        return teaching;
    }

    /** The team's catalog. */
    public LiveCatalog catalog() {
        return catalog;
    }

    /** What is known of the catalog. */
    public LiveKnowledge knowledge() {
        return knowledge;
    }

    /** Everything that is read from Datadog. */
    public DatadogReader reader() {
        return reader;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception wrong) {
                LOG.warn("Something did not close", wrong);
            }
        }
    }
}
