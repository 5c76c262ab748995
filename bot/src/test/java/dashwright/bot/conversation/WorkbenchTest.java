package dashwright.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.Fixtures;
import dashwright.bot.TestClock;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.conversation.BuildOutcome.Asked;
import dashwright.bot.conversation.BuildOutcome.Failed;
import dashwright.bot.conversation.BuildOutcome.GapFound;
import dashwright.bot.conversation.BuildOutcome.NotProposable;
import dashwright.bot.conversation.BuildOutcome.Proposed;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.answer.Answer;
import dashwright.catalog.search.CatalogIndex;
import dashwright.catalog.search.RerankedSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.catalog.sync.SourceException;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.Drafter;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.health.StatusReporter;
import dashwright.tools.health.StatusSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    private static final Place PLACE = new Place(Fixtures.ORIGIN.channel(), Fixtures.ORIGIN.thread());
    private static final Request REQUEST = Request.of(" s3 sync status ", "U0ALICE", PLACE);
    private static final Planning PLANNER =
            (request, progress) -> new PlanningOutcome.Planned(Fixtures.plan(), List.of("Assumed env:prod."));
    private static final Drafter DRAFTER = (plan, remarks, progress) -> {
        progress.step("Trying 1 query");
        Draft draft = Fixtures.draft(plan);
        return new Draft(plan, draft.json(), draft.hash(), draft.report(), remarks);
    };
    private static final StatusReporter REPORTER =
            draft -> new StatusSummary("1,524 tasks in the last hour.", List.of());
    private static final SearchResult FOUND = new SearchResult(List.of(), List.of(), List.of("s3"), List.of(), false);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private Store store;
    private AuditLog audit;
    private Proposals proposals;
    private Turns turns;

    @BeforeEach
    void openTheStore() {
        store = Fixtures.store(folder);
        audit = new AuditLog(store);
        proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        turns = new Turns(store);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void aPlanBecomesAProposal() {
        Proposed proposed = (Proposed) build(List.of(PLANNER), DRAFTER, REPORTER);

        assertThat(proposals.find(proposed.proposal().id())).contains(proposed.proposal());
        assertThat(proposed.proposal().summary()).isEqualTo("1,524 tasks in the last hour.");
        assertThat(proposed.proposal().origin().request()).isEqualTo("s3 sync status");
        assertThat(proposed.draft().remarks()).containsExactly("Assumed env:prod.");
        assertThat(steps).containsExactly("Trying 1 query", "Reading the key figures");
        assertThat(turns.newest(PLACE, 5))
                .containsExactly(new Turn(
                        Fixtures.NOW,
                        "U0ALICE",
                        "s3 sync status",
                        Turn.Outcome.PROPOSED,
                        proposed.proposal().id()));
        assertThat(audit.newest(5))
                .extracting(AuditEntry::kind)
                .containsExactly(AuditEntry.Kind.PROPOSED, AuditEntry.Kind.ASKED);
    }

    @Test
    void gapsAndQuestionsArePassedOn() {
        PlanningOutcome.Gap gap = new PlanningOutcome.Gap(List.of("pizza"), List.of(), "Count deliveries.");
        PlanningOutcome.Question question = new PlanningOutcome.Question("Which?", List.of("a", "b"));

        assertThat(build(List.of((request, progress) -> gap), DRAFTER, REPORTER))
                .isEqualTo(new GapFound(gap));
        assertThat(build(List.of((request, progress) -> question), DRAFTER, REPORTER))
                .isEqualTo(new Asked(question));
        assertThat(turns.newest(PLACE, 5))
                .extracting(Turn::outcome)
                .containsExactly(Turn.Outcome.GAP, Turn.Outcome.ASKED);
    }

    @Test
    void aDraftWithErrorsIsNotProposed() {
        Drafter finding =
                (plan, remarks, progress) -> Fixtures.draft(plan, Fixtures.finding(Severity.ERROR, "No such metric."));

        assertThat(build(List.of(PLANNER), finding, REPORTER)).isInstanceOf(NotProposable.class);
        assertThat(proposals.newestInThread(PLACE.channel(), PLACE.thread())).isEmpty();
    }

    @Test
    void withTheModelDownThePlannerServesAndSaysSo() {
        Planning down = (request, progress) -> {
            throw new PlanningUnavailableException("the model did not answer within 60 s");
        };

        Proposed proposed = (Proposed) build(List.of(down, PLANNER), DRAFTER, REPORTER);

        assertThat(proposed.draft().remarks())
                .containsExactly(
                        "Planned without the model: the model did not answer within 60 s", "Assumed env:prod.");
        assertThat(steps.getFirst()).contains("going on without it");
    }

    @Test
    void withNoWayToAPlanThePersonIsToldWhy() {
        Planning down = (request, progress) -> {
            throw new PlanningUnavailableException("the catalog is still being read; try again in a minute");
        };

        assertThat(build(List.of(down), DRAFTER, REPORTER))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.message()).contains("try again in a minute"));
    }

    @Test
    void datadogsOwnWordsReachThePersonWithAReference() {
        Planning failing = (request, progress) -> {
            throw new SourceException("GET /api/v2/metrics answered 403: the key lacks metrics_read. Add the scope.");
        };

        Failed failed = (Failed) build(List.of(failing), DRAFTER, REPORTER);

        assertThat(failed.message()).contains("lacks metrics_read");
        assertThat(failed.reference()).matches("[0-9a-f]{8}");
        assertThat(audit.newest(1).getFirst().detail()).contains(failed.reference());
        assertThat(turns.newest(PLACE, 5)).singleElement().satisfies(turn -> {
            assertThat(turn.outcome()).isEqualTo(Turn.Outcome.FAILED);
            assertThat(turn.answer()).contains("lacks metrics_read").contains(failed.reference());
        });
    }

    @Test
    void aFaultOfOursIsNotShownInItsOwnWords() {
        Planning broken = (request, progress) -> {
            throw new IllegalStateException("secret internals at 0x123");
        };

        Failed failed = (Failed) build(List.of(broken), DRAFTER, REPORTER);

        assertThat(failed.message()).contains("show the reference").doesNotContain("internals");
    }

    @Test
    void aStatusThatCannotBeToldIsUnknownAndNeverWell() {
        StatusReporter broken = draft -> {
            throw new IllegalStateException("no figures");
        };

        Proposed proposed = (Proposed) build(List.of(PLANNER), DRAFTER, broken);

        assertThat(proposed.status().text()).startsWith("How things stand is unknown");
        assertThat(proposed.proposal().summary()).isEqualTo(proposed.status().text());
    }

    @Test
    void emptyAndEndlessRequestsAreExplained() {
        try (Workbench workbench = workbench(List.of(PLANNER), DRAFTER, REPORTER)) {
            assertThat(workbench.build(Request.of("  ", "U0ALICE", PLACE), Progress.SILENT))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.message()).contains("build s3 sync status"));
            assertThat(workbench.build(Request.of("x".repeat(2_001), "U0ALICE", PLACE), Progress.SILENT))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.message()).contains("at most 2000"));
        }
    }

    @Test
    void aFollowUpIsAboutTheThreadsNewestDraft() {
        List<Request> seen = new ArrayList<>();
        Planning listening = (request, progress) -> {
            seen.add(request);
            return PLANNER.plan(request, progress);
        };
        try (Workbench workbench = workbench(List.of(listening), DRAFTER, REPORTER)) {
            Proposal first = ((Proposed) workbench.build(REQUEST, Progress.SILENT)).proposal();
            workbench.build(workbench.inThread(Request.of("add memory", "U0BOB", PLACE)), Progress.SILENT);

            Earlier earlier = seen.getLast().earlier();
            assertThat(earlier).isEqualTo(new Earlier(first.id(), "s3 sync status", first.plan()));
            assertThat(proposals.find(first.id()).orElseThrow().state()).isEqualTo(Proposal.State.SUPERSEDED);
        }
    }

    @Test
    void aFollowUpInAThreadWithoutADraftIsANewRequest() {
        try (Workbench workbench = workbench(List.of(PLANNER), DRAFTER, REPORTER)) {
            assertThat(workbench.inThread(REQUEST).earlier()).isNull();
        }
    }

    @Test
    void whatIsSubmittedHasTheSameOutcome() throws Exception {
        try (Workbench workbench = workbench(List.of(PLANNER), DRAFTER, REPORTER)) {
            assertThat(workbench.submit(REQUEST, steps::add).get()).isInstanceOf(Proposed.class);
        }
    }

    @Test
    void aFullQueueIsAnOutcome() throws Exception {
        Workbench.Limits none = new Workbench.Limits(1, 0, Duration.ofMinutes(1));
        CountDownLatch gate = new CountDownLatch(1);
        Planning waiting = (request, progress) -> {
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return PLANNER.plan(request, progress);
        };
        Means means = new Means(
                List.of(waiting),
                DRAFTER,
                REPORTER,
                new RerankedSearch(() -> (text, limit) -> FOUND),
                () -> Catalog.empty(Fixtures.NOW));
        try (Workbench workbench = new Workbench(means, proposals, audit, turns, clock, none)) {
            var first = workbench.submit(REQUEST, steps::add);
            assertThat(workbench.submit(REQUEST, steps::add).get())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.message()).contains("Try again in a few minutes"));
            gate.countDown();
            assertThat(first.get()).isInstanceOf(Proposed.class);
        }
    }

    @Test
    void aBrokenDatabaseIsAnOutcomeToo() {
        Workbench workbench = workbench(List.of(PLANNER), DRAFTER, REPORTER);
        store.close();

        assertThat(workbench.build(REQUEST, Progress.SILENT))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.message()).contains("The database (DASH_DB)"));
        workbench.close();
    }

    @Test
    void findsInACatalogThatIsReadFirstWhereItIsNotFresh() {
        AtomicReference<Catalog> present = new AtomicReference<>(Catalog.empty(Fixtures.NOW));
        Means means = new Means(
                List.of(PLANNER),
                DRAFTER,
                REPORTER,
                new RerankedSearch(() -> CatalogIndex.of(present.get()), Optional.empty()),
                () -> present.updateAndGet(
                        unread -> Catalog.of(List.of(Metric.named("s3.sync.files")), List.of(), Fixtures.NOW)));
        try (Workbench workbench = new Workbench(means, proposals, audit, turns, clock, Workbench.Limits.DEFAULT)) {
            assertThat(workbench.find("s3 sync", 3, steps::add).list())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Answer.OfMetric.class,
                            found -> assertThat(found.match().metric().name()).isEqualTo("s3.sync.files"));
            assertThat(steps).isEmpty();
        }
    }

    @Test
    void anEditOfAnEditKeepsTheRequestThatTheBoardBeganWith() {
        try (Workbench workbench = workbench(List.of(PLANNER), DRAFTER, REPORTER)) {
            workbench.build(REQUEST, Progress.SILENT);
            for (String words : List.of("last 24 hours", "split by pod")) {
                Request edit = workbench.inThread(Request.of(words, "U0BOB", PLACE));
                assertThat(workbench.build(edit, Progress.SILENT)).isInstanceOfSatisfying(Proposed.class, proposed -> {
                    assertThat(proposed.proposal().origin().request()).isEqualTo(words);
                    assertThat(proposed.proposal().origin().begunAs()).isEqualTo(REQUEST.text());
                    assertThat(proposals.find(proposed.proposal().id())).contains(proposed.proposal());
                });
            }
        }
    }

    @Test
    void howADraftIsDoingIsAnsweredFromItsStatusAndUndoProposesTheOneBefore() {
        Planning renamed = (request, progress) ->
                request.earlier() == null ? PLANNER.plan(request, progress) : renamed(request.earlier());
        try (Workbench workbench = workbench(List.of(renamed), DRAFTER, REPORTER)) {
            Proposed first = (Proposed) workbench.build(REQUEST, Progress.SILENT);
            clock.advance(Duration.ofSeconds(1));

            assertThat(build(workbench, "is it healthy?"))
                    .isInstanceOfSatisfying(
                            Asked.class,
                            asked -> assertThat(asked.question().question()).contains("1,524 tasks in the last hour."));

            Proposed second = (Proposed) build(workbench, "rename it");
            assertThat(second.proposal().plan().title()).isEqualTo("Other");
            clock.advance(Duration.ofSeconds(1));
            Proposed undone = (Proposed) build(workbench, "undo");
            assertThat(undone.proposal().plan()).isEqualTo(first.proposal().plan());
            assertThat(undone.proposal().remarks()).isEqualTo(first.proposal().remarks());
        }
    }

    @Test
    void nothingCanBeUndoneBeforeTheFirstDraft() {
        try (Workbench workbench = workbench(List.of(PLANNER), DRAFTER, REPORTER)) {
            workbench.build(REQUEST, Progress.SILENT);

            assertThat(build(workbench, "undo"))
                    .isInstanceOfSatisfying(
                            Asked.class,
                            asked -> assertThat(asked.question().question()).contains("no draft before this one"));
        }
    }

    private static BuildOutcome build(Workbench workbench, String words) {
        return workbench.build(workbench.inThread(Request.of(words, "U0ALICE", PLACE)), Progress.SILENT);
    }

    private static PlanningOutcome renamed(Earlier earlier) {
        var plan = earlier.plan();
        return new PlanningOutcome.Planned(
                new DashboardPlan(
                        "Other", plan.description(), plan.window(), plan.variables(), plan.sections(), plan.links()),
                List.of());
    }

    @Test
    void turnsOfAThreadAreNumberedForThemselves() {
        Turn turn = new Turn(Fixtures.NOW, "U0ALICE", "a", Turn.Outcome.GAP, "x");
        Turn next = new Turn(Fixtures.NOW, "U0BOB", "b", Turn.Outcome.ASKED, "y");
        Place elsewhere = new Place("C0OTHER", "");
        turns.record(PLACE, turn);
        turns.record(elsewhere, turn);
        turns.record(PLACE, next);

        assertThat(turns.newest(PLACE, 10)).containsExactly(turn, next);
        assertThat(turns.newest(PLACE, 1)).containsExactly(next);
        assertThat(turns.newest(elsewhere, 10)).containsExactly(turn);
    }

    private BuildOutcome build(List<Planning> plannings, Drafter drafter, StatusReporter reporter) {
        try (Workbench workbench = workbench(plannings, drafter, reporter)) {
            return workbench.build(REQUEST, steps::add);
        }
    }

    private Workbench workbench(List<Planning> plannings, Drafter drafter, StatusReporter reporter) {
        Means means = new Means(
                plannings,
                drafter,
                reporter,
                new RerankedSearch(() -> (text, limit) -> FOUND),
                () -> Catalog.empty(Fixtures.NOW));
        return new Workbench(means, proposals, audit, turns, clock, Workbench.Limits.DEFAULT);
    }
}
