package dashwright.bot.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.bot.approval.Approval;
import dashwright.bot.approval.ApprovalOutcome.Approved;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.BoardLink;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.publish.FakeDatadog.Death;
import dashwright.bot.publish.FakeDatadog.Next;
import dashwright.bot.publish.PublishOutcome.NotPublished;
import dashwright.bot.publish.PublishOutcome.Pending;
import dashwright.bot.publish.PublishOutcome.Published;
import dashwright.bot.store.Store;
import dashwright.dashboards.change.DashboardHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PublisherTest {
    private static final Published FIRST_BOARD = new Published(new BoardLink("board-0", "https://dd.example/board-0"));

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final FakeDatadog datadog = new FakeDatadog();
    private Store store;
    private AuditLog audit;
    private Proposals proposals;
    private Approvals approvals;
    private Publisher publisher;

    @BeforeEach
    void start() {
        store = Fixtures.store(folder);
        audit = new AuditLog(store);
        proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        approvals = new Approvals(store, proposals, audit, new Settings.Approval(Set.of()), clock);
        publisher = process(datadog);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void publishesTheApprovedJsonToTheByte() {
        Approval approval = approve();

        assertThat(publisher.publish(approval)).isEqualTo(FIRST_BOARD);

        assertThat(datadog.boards()).extracting(DashboardHash::of).containsExactly(approval.hash());
        Proposal published = proposal(approval);
        assertThat(published.state()).isEqualTo(Proposal.State.PUBLISHED);
        assertThat(published.board()).contains(FIRST_BOARD.board());
    }

    @Test
    void publishingAgainGivesTheSameBoard() {
        Approval approval = approve();
        publisher.publish(approval);

        assertThat(publisher.publish(approval)).isEqualTo(FIRST_BOARD);
        assertThat(process(datadog).publish(approval)).isEqualTo(FIRST_BOARD);

        assertThat(datadog.creates()).isOne();
        assertThat(audit.about(approval.proposalId()))
                .extracting(AuditEntry::kind)
                .containsOnlyOnce(AuditEntry.Kind.PUBLISHED);
    }

    @Test
    void twentyPressesAtOnceMakeOneBoard() throws Exception {
        Approval approval = approve();

        List<PublishOutcome> outcomes = atOnce(20, publisher, approval);

        assertThat(outcomes).hasSize(20).containsOnly(FIRST_BOARD);
        assertThat(datadog.creates()).isOne();
    }

    @Test
    void twoReplicasPressedAtOnceMakeOneBoard() throws Exception {
        Approval approval = approve();
        Publisher replica = process(datadog);

        List<PublishOutcome> outcomes = new ArrayList<>(atOnce(10, publisher, approval));
        outcomes.addAll(atOnce(10, replica, approval));

        assertThat(outcomes).contains(FIRST_BOARD).noneMatch(NotPublished.class::isInstance);
        assertThat(datadog.boards()).hasSize(1);
    }

    @Test
    void anotherReplicaKeepsItsHandsOffABoardThatIsBeingSent() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Publisher slow = process(new BoardWriter() {
            @Override
            public BoardLink create(ObjectNode json) {
                sending.countDown();
                awaitIt(answer);
                return datadog.create(json);
            }

            @Override
            public Optional<BoardLink> findByMarker(String marker) {
                return datadog.findByMarker(marker);
            }

            @Override
            public Optional<ObjectNode> read(String id) {
                return datadog.read(id);
            }

            @Override
            public BoardLink replace(String id, ObjectNode json) {
                return datadog.replace(id, json);
            }
        });
        Approval approval = approve();

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PublishOutcome> first = executor.submit(() -> slow.publish(approval));
            sending.await();
            // The sender's lease still runs even though a sent board would have had its time to appear.
            clock.advance(Timing.DEFAULT.settle());
            PublishOutcome meanwhile = publisher.publish(approval);
            answer.countDown();
            assertThat(meanwhile).isInstanceOf(Pending.class);
            assertThat(first.get()).isEqualTo(FIRST_BOARD);
        }
        assertThat(publisher.publish(approval)).isEqualTo(FIRST_BOARD);
        assertThat(datadog.boards()).hasSize(1);
    }

    @Test
    void aLostAnswerIsMadeGoodByTheMarker() {
        datadog.next(Next.LOSES_THE_ANSWER);

        assertThat(publisher.publish(approve())).isEqualTo(FIRST_BOARD);

        assertThat(datadog.creates()).isOne();
    }

    @Test
    void aLostRequestIsSentAgainOnlyAfterTheBoardHadItsTimeToAppear() {
        datadog.next(Next.LOSES_THE_REQUEST);
        Approval approval = approve();

        assertThat(publisher.publish(approval)).isInstanceOf(Pending.class);
        assertThat(publisher.publish(approval)).isInstanceOf(Pending.class);
        assertThat(datadog.creates()).isOne();

        clock.advance(Timing.DEFAULT.settle());
        assertThat(publisher.publish(approval)).isEqualTo(FIRST_BOARD);
        assertThat(datadog.boards()).hasSize(1);
    }

    @Test
    void aBoardThatAppearsLateIsFoundAndNotMadeTwice() {
        datadog.next(Next.ANSWERS_LATE);
        Approval approval = approve();
        assertThat(publisher.publish(approval)).isInstanceOf(Pending.class);

        datadog.deliverLate();
        clock.advance(Timing.DEFAULT.settle());

        assertThat(outcomes(publisher.recover())).containsExactly(FIRST_BOARD);
        assertThat(datadog.boards()).hasSize(1);
        assertThat(publisher.recover()).isEmpty();
    }

    @Test
    void nothingIsSentWhileBoardsCannotBeListed() {
        datadog.next(Next.LOSES_THE_ANSWER);
        datadog.listable(false);
        Approval approval = approve();
        assertThat(publisher.publish(approval)).isInstanceOf(Pending.class);
        clock.advance(Timing.DEFAULT.lease());

        assertThat(publisher.recover())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Pending.class));

        datadog.listable(true);
        assertThat(outcomes(publisher.recover())).containsExactly(FIRST_BOARD);
        assertThat(datadog.creates()).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Next.class,
            names = {"CALLER_DIES_BEFORE", "CALLER_DIES_AFTER"})
    void deathWhileSendingLeavesExactlyOneBoardInTheEnd(Next death) {
        datadog.next(death);
        Approval approval = approve();
        assertThatThrownBy(() -> publisher.publish(approval)).isInstanceOf(Death.class);

        Publisher restarted = process(datadog);
        restarted.recover();
        clock.advance(Timing.DEFAULT.lease());
        restarted.recover();

        assertThat(datadog.boards()).hasSize(1);
        assertThat(restarted.publish(approval)).isEqualTo(FIRST_BOARD);
        assertThat(proposal(approval).state()).isEqualTo(Proposal.State.PUBLISHED);
    }

    @Test
    void aBoardMadeBeforeDeathIsFoundAtOnceAfterTheRestart() {
        datadog.next(Next.CALLER_DIES_AFTER);
        Approval approval = approve();
        assertThatThrownBy(() -> publisher.publish(approval)).isInstanceOf(Death.class);

        assertThat(outcomes(process(datadog).recover())).containsExactly(FIRST_BOARD);
    }

    @Test
    void deathBetweenApprovalAndIntentIsMadeGood() {
        approve();

        assertThat(outcomes(process(datadog).recover())).containsExactly(FIRST_BOARD);
    }

    @Test
    void deathBetweenIntentAndSendingIsMadeGoodWhenTheLeaseEnds() {
        Approval approval = approve();
        new Publications(store, "dead").claim(approval.proposalId(), clock.instant(), Timing.DEFAULT.lease());

        assertThat(publisher.recover())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Pending.class));
        clock.advance(Timing.DEFAULT.lease());

        assertThat(outcomes(publisher.recover())).containsExactly(FIRST_BOARD);
    }

    @Test
    void deathBeforeTheRecordIsMadeGoodByTheMarker() {
        Approval approval = approve();
        Publications dead = new Publications(store, "dead");
        dead.claim(approval.proposalId(), clock.instant(), Timing.DEFAULT.lease());
        dead.sending(approval.proposalId(), clock.instant(), Timing.DEFAULT.lease());
        datadog.create(proposal(approval).json());

        assertThat(publisher.publish(approval)).isEqualTo(FIRST_BOARD);
        assertThat(datadog.boards()).hasSize(1);
    }

    @Test
    void aProcessThatLostItsClaimDoesNotSend() {
        Approval approval = approve();
        Publications sleeper = new Publications(store, "sleeper");
        sleeper.claim(approval.proposalId(), clock.instant(), Timing.DEFAULT.lease());
        clock.advance(Timing.DEFAULT.lease());
        new Publications(store, "successor").claim(approval.proposalId(), clock.instant(), Timing.DEFAULT.lease());

        assertThat(sleeper.sending(approval.proposalId(), clock.instant(), Timing.DEFAULT.lease()))
                .isFalse();
    }

    @Test
    void aRefusalSaysWhyAndIsNotRetriedUnasked() {
        datadog.next(Next.REFUSES);
        Approval approval = approve();

        assertThat(publisher.publish(approval))
                .isInstanceOfSatisfying(
                        NotPublished.class,
                        refused -> assertThat(refused.message()).contains("lacks dashboards_write"));
        clock.advance(Duration.ofHours(1));
        assertThat(publisher.recover()).isEmpty();
        assertThat(datadog.creates()).isOne();
        assertThat(audit.about(approval.proposalId()))
                .extracting(AuditEntry::kind)
                .contains(AuditEntry.Kind.FAILED)
                .doesNotContain(AuditEntry.Kind.PUBLISHED);
    }

    @Test
    void aRefusedBoardIsSentAgainWhenAPersonAsks() {
        datadog.next(Next.REFUSES);
        Approval approval = approve();
        publisher.publish(approval);

        assertThat(publisher.publish(approval)).isEqualTo(FIRST_BOARD);
        assertThat(datadog.boards()).hasSize(1);
    }

    @Test
    void aDraftThatChangedInTheDatabaseIsNotPublished() {
        Approval approval = approve();
        store.jdbi()
                .useHandle(handle -> handle.execute("UPDATE proposals SET json = replace(json, 'S3 sync', 'Other')"));

        assertThat(publisher.publish(approval))
                .isInstanceOfSatisfying(
                        NotPublished.class,
                        refused -> assertThat(refused.message()).contains("not what was approved"));
        assertThat(datadog.creates()).isZero();
    }

    @Test
    void aDraftWhoseHashChangedInTheDatabaseIsNotPublished() {
        Approval approval = approve();
        store.jdbi().useHandle(handle -> handle.execute("UPDATE proposals SET hash = 'ff'"));

        assertThat(publisher.publish(approval)).isInstanceOf(NotPublished.class);
        assertThat(datadog.creates()).isZero();
    }

    @Test
    void anApprovalThatOutlivedItsDraftIsNotPublished() {
        Approval approval = approve();
        clock.advance(Duration.ofHours(24));

        assertThat(publisher.recover())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(NotPublished.class));
        assertThat(publisher.recover()).isEmpty();
        assertThat(datadog.creates()).isZero();
        assertThat(proposal(approval).board()).isEmpty();
    }

    @Test
    void aLeaseOutlastsTheTimeInWhichABoardMayAppear() {
        assertThatThrownBy(() -> new Timing(Duration.ofSeconds(10), Duration.ofSeconds(11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Publisher process(BoardWriter writer) {
        return new Publisher(store, proposals, approvals, writer, audit, clock, Timing.DEFAULT);
    }

    private Approval approve() {
        Proposal made = proposals.propose(Fixtures.draft(), "All well.", Fixtures.ORIGIN);
        return ((Approved) approvals.approve(made.id(), made.hash(), "U0ALICE")).approval();
    }

    private Proposal proposal(Approval approval) {
        return proposals.find(approval.proposalId()).orElseThrow();
    }

    private static List<PublishOutcome> atOnce(int presses, Publisher publisher, Approval approval) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<PublishOutcome>> calls = IntStream.range(0, presses)
                    .<Callable<PublishOutcome>>mapToObj(press -> () -> publisher.publish(approval))
                    .toList();
            List<PublishOutcome> outcomes = new ArrayList<>();
            for (Future<PublishOutcome> future : executor.invokeAll(calls)) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private static List<PublishOutcome> outcomes(List<Recovered> recovered) {
        return recovered.stream().map(Recovered::outcome).toList();
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
