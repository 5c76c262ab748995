package dashwright.bot.slack;

import static org.awaitility.Awaitility.await;

import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.conversation.Means;
import dashwright.bot.conversation.Request;
import dashwright.bot.conversation.Turns;
import dashwright.bot.conversation.Workbench;
import dashwright.bot.lessons.KnownCatalog;
import dashwright.bot.lessons.Lesson;
import dashwright.bot.lessons.LessonList;
import dashwright.bot.lessons.Teaching;
import dashwright.bot.publish.Publisher;
import dashwright.bot.publish.Timing;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.RerankedSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.dashboards.check.Finding;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.health.StatusSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The whole of the bot's Slack side on a fresh database, against a Slack that speaks HTTP. */
final class SlackBench implements AutoCloseable {
    private static final SearchResult FOUND = new SearchResult(
            List.of(new Match(Metric.named("celery.task.failed"), 1, 1, List.of())),
            List.of(),
            List.of(),
            List.of(),
            true);

    private static final Catalog CATALOG = Catalog.of(
            Stream.of("celery.task.failed", "celery.task.complete", "celery.task.start")
                    .map(Metric::named)
                    .toList(),
            List.of(new SpanGroup("worker", "celery.run", "shop.tasks.send_receipts", 900)),
            Fixtures.NOW);

    private final TestClock clock = new TestClock();
    private final SlackApi slack = new SlackApi();
    private final FakeBoards boards = new FakeBoards();
    private final List<Request> planned = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<PlanningOutcome> outcome =
            new AtomicReference<>(new PlanningOutcome.Planned(Fixtures.plan(), List.of("Assumed env:prod.")));
    private final AtomicReference<List<Finding>> findings = new AtomicReference<>(List.of());
    private final Store store;
    private final Proposals proposals;
    private final Publisher publisher;
    private final Workbench workbench;
    private final Teaching teaching;
    private final SlackFace face;
    private final BoltDriver driver;

    SlackBench(Path folder) {
        store = Fixtures.store(folder);
        AuditLog audit = new AuditLog(store);
        proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        Settings.Approval rights = new Settings.Approval(Set.of("U0ALICE", "U0BOB"));
        Approvals approvals = new Approvals(store, proposals, audit, rights, clock);
        publisher = new Publisher(store, proposals, approvals, boards, audit, clock, Timing.DEFAULT);
        Means means = new Means(
                List.of((request, progress) -> {
                    planned.add(request);
                    return outcome.get();
                }),
                (plan, remarks, progress) -> Fixtures.draft(plan, findings.get().toArray(new Finding[0])),
                draft -> new StatusSummary("1,524 tasks in the last hour.", List.of()),
                new RerankedSearch(() -> (text, limit) -> FOUND),
                () -> CATALOG);
        workbench = new Workbench(means, proposals, audit, new Turns(store), clock, Workbench.Limits.DEFAULT);
        Deliveries deliveries = new Deliveries(store, clock);
        teaching = new Teaching(store, audit, rights, KnownCatalog.kept(Optional.of(CATALOG)), clock);
        SlackServices services =
                new SlackServices(workbench, proposals, approvals, publisher, teaching, deliveries, clock);
        face = new SlackFace(services, slack.settings());
        driver = new BoltDriver(face.app(), slack.responseUrl());
    }

    TestClock clock() {
        return clock;
    }

    SlackApi slack() {
        return slack;
    }

    FakeBoards boards() {
        return boards;
    }

    BoltDriver driver() {
        return driver;
    }

    /** What was taught. */
    List<Lesson> lessons() {
        return teaching.list().lessons().stream().map(LessonList.Entry::lesson).toList();
    }

    /** The requests that came to be planned. */
    List<Request> planned() {
        return planned;
    }

    /** What planning comes to from now on. */
    void planNow(PlanningOutcome next) {
        outcome.set(next);
    }

    /** What checking finds from now on. */
    void findNow(Finding finding) {
        findings.set(List.of(finding));
    }

    /** Finishes what was left open, as after a restart. */
    void recover() {
        face.announce(publisher.recover());
    }

    /** Waits until the newest draft is shown. */
    void awaitDraft() {
        await().until(() ->
                newest().flatMap(proposal -> proposals.message(proposal.id())).isPresent());
    }

    /** The newest proposal. */
    Proposal proposal() {
        return newest().orElseThrow();
    }

    /** What the buttons of the newest draft carry. */
    String value() {
        return DecisionValue.of(proposal()).text();
    }

    /** Stops the face as a bot that shuts down does. */
    void closeFace() {
        face.close();
    }

    @Override
    public void close() {
        face.close();
        workbench.close();
        store.close();
        slack.close();
    }

    private Optional<Proposal> newest() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM proposals ORDER BY created_at DESC, id")
                        .mapTo(String.class)
                        .findFirst())
                .flatMap(proposals::find);
    }
}
