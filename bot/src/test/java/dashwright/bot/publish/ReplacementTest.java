package dashwright.bot.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.bot.approval.Approval;
import dashwright.bot.approval.ApprovalOutcome.Approved;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.approval.Refused;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.publish.FakeDatadog.Death;
import dashwright.bot.publish.FakeDatadog.Next;
import dashwright.bot.publish.PublishOutcome.Conflict;
import dashwright.bot.publish.PublishOutcome.NotPublished;
import dashwright.bot.publish.PublishOutcome.Pending;
import dashwright.bot.publish.PublishOutcome.Published;
import dashwright.bot.store.Store;
import dashwright.dashboards.change.DashboardHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An edit of a published draft goes to the board that stands, and only where nobody changed it meanwhile. */
class ReplacementTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final FakeDatadog datadog = new FakeDatadog();
    private Store store;
    private AuditLog audit;
    private Proposals proposals;
    private Approvals approvals;
    private Publisher publisher;
    private Proposal first;

    @BeforeEach
    void publishTheFirst() {
        store = Fixtures.store(folder);
        audit = new AuditLog(store);
        proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        approvals = new Approvals(store, proposals, audit, new Settings.Approval(Set.of()), clock);
        publisher = process();
        Proposal made = proposals.propose(Fixtures.draft(), "All well.", Fixtures.ORIGIN);
        publisher.publish(approve(made));
        first = proposals.find(made.id()).orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anApprovedEditReplacesTheBoard() {
        Proposal edit = edit("Renamed");

        assertThat(publisher.publish(approve(edit)))
                .isEqualTo(new Published(first.board().orElseThrow()));

        assertThat(datadog.creates()).isOne();
        assertThat(datadog.boards()).extracting(DashboardHash::of).containsExactly(edit.hash());
        assertThat(audit.about(edit.id()))
                .extracting(AuditEntry::kind)
                .containsSubsequence(AuditEntry.Kind.PROPOSED, AuditEntry.Kind.APPROVED, AuditEntry.Kind.PUBLISHED);
        assertThat(audit.about(edit.id()))
                .anySatisfy(entry -> assertThat(entry.detail())
                        .contains("board-0")
                        .contains("hash " + edit.hash())
                        .contains("in place of hash " + first.hash()));
    }

    @Test
    void anEditOfAnEditReplacesWhatStands() {
        Proposal second = edit("Second");
        publisher.publish(approve(second));
        Proposal published = proposals.find(second.id()).orElseThrow();
        Proposal third =
                proposals.propose(Fixtures.draft(Fixtures.plan("Third")), "", Fixtures.ORIGIN, published.standing());

        assertThat(publisher.publish(approve(third))).isInstanceOf(Published.class);

        assertThat(datadog.boards()).extracting(DashboardHash::of).containsExactly(third.hash());
    }

    @Test
    void aBoardThatSomeoneChangedIsLeftAlone() {
        Proposal edit = edit("Renamed");
        datadog.edited(0, "Changed in the browser");

        assertThat(publisher.publish(approve(edit)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.message()).contains("Someone changed the board"));

        assertThat(datadog.replaces()).isZero();
        assertThat(audit.about(edit.id())).extracting(AuditEntry::kind).contains(AuditEntry.Kind.FAILED);
        assertThat(publisher.recover()).isEmpty();
    }

    @Test
    void aChangeThatWasTakenBackLetsTheUpdateThrough() {
        Proposal edit = edit("Renamed");
        datadog.edited(0, "Changed in the browser");
        Approval approval = approve(edit);
        publisher.publish(approval);
        datadog.edited(0, first.plan().title());

        assertThat(publisher.publish(approval)).isInstanceOf(Published.class);
    }

    @Test
    void aDeletedBoardIsNotMadeAgainUnasked() {
        Proposal edit = edit("Renamed");
        datadog.deleted(0);

        assertThat(publisher.publish(approve(edit)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.message()).contains("was deleted"));
        assertThat(datadog.boards()).isEmpty();
    }

    @Test
    void aConflictCanBecomeABoardOfItsOwn() {
        Proposal edit = edit("Renamed");
        datadog.edited(0, "Changed in the browser");
        publisher.publish(approve(edit));

        Proposal own = proposals.apart(edit.id(), "U0BOB").orElseThrow();

        assertThat(own.replaces()).isEmpty();
        assertThat(own.hash()).isNotEqualTo(edit.hash());
        assertThat(own.json().path("description").asText())
                .contains(own.marker())
                .doesNotContain(edit.marker());
        assertThat(datadog.creates()).isOne();
        assertThat(publisher.publish(approve(own))).isInstanceOf(Published.class);
        assertThat(datadog.boards()).hasSize(2);
        assertThat(approvals.approve(edit.id(), edit.hash(), "U0BOB"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.SUPERSEDED));
        assertThat(proposals.apart(edit.id(), "U0BOB")).isEmpty();
    }

    @Test
    void onlyAConflictBecomesABoardOfItsOwn() {
        Proposal edit = edit("Renamed");

        assertThat(proposals.apart(edit.id(), "U0BOB")).isEmpty();
        assertThat(proposals.apart(first.id(), "U0BOB")).isEmpty();
        assertThat(proposals.apart("nothing", "U0BOB")).isEmpty();
    }

    @Test
    void whatBecomesABoardOfItsOwnIsNotYoungerThanItsEvidence() {
        Proposal edit = edit("Renamed");
        datadog.edited(0, "Changed in the browser");
        publisher.publish(approve(edit));
        clock.advance(Duration.ofHours(23));

        assertThat(proposals.apart(edit.id(), "U0BOB").orElseThrow().expires()).isEqualTo(edit.expires());
    }

    @ParameterizedTest
    @EnumSource(
            value = Next.class,
            names = {"CALLER_DIES_BEFORE", "CALLER_DIES_AFTER"})
    void anUpdateWhoseSenderDiedIsFinished(Next death) {
        Approval approval = approve(edit("Renamed"));
        datadog.next(death);
        assertThatThrownBy(() -> publisher.publish(approval)).isInstanceOf(Death.class);
        clock.advance(Timing.DEFAULT.lease());

        assertThat(process().recover())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Published.class));

        assertThat(datadog.boards()).extracting(DashboardHash::of).containsExactly(approval.hash());
    }

    @Test
    void anUpdateWithoutAnAnswerIsLookedAt() {
        datadog.next(Next.LOSES_THE_ANSWER);

        assertThat(publisher.publish(approve(edit("Renamed")))).isInstanceOf(Published.class);
        assertThat(datadog.replaces()).isOne();
    }

    @Test
    void aLostUpdateIsSentAgain() {
        datadog.next(Next.LOSES_THE_REQUEST);
        Approval approval = approve(edit("Renamed"));

        assertThat(publisher.publish(approval)).isInstanceOf(Pending.class);
        assertThat(publisher.recover())
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isInstanceOf(Published.class));
        assertThat(datadog.boards()).extracting(DashboardHash::of).containsExactly(approval.hash());
    }

    @Test
    void aRefusedUpdateSaysWhy() {
        datadog.next(Next.REFUSES);

        assertThat(publisher.publish(approve(edit("Renamed"))))
                .isInstanceOfSatisfying(
                        NotPublished.class, not -> assertThat(not.message()).contains("dashboards_write"));
    }

    @Test
    void aBoardThatCannotBeReadIsNotOverwritten() {
        datadog.listable(false);
        Approval approval = approve(edit("Renamed"));

        assertThat(publisher.publish(approval)).isInstanceOf(Pending.class);
        assertThat(datadog.replaces()).isZero();
        datadog.listable(true);
        publisher.recover();
        assertThat(datadog.replaces()).isOne();
    }

    private Publisher process() {
        return new Publisher(store, proposals, approvals, datadog, audit, clock, Timing.DEFAULT);
    }

    private Proposal edit(String title) {
        clock.advance(Duration.ofMinutes(1));
        Proposal edit = proposals.propose(
                Fixtures.draft(Fixtures.plan(title, Fixtures.number("completed", "Done", "warehouse.task.complete"))),
                "All well.",
                Fixtures.ORIGIN,
                first.standing());
        assertThat(proposals.find(edit.id()).flatMap(Proposal::replaces))
                .isEqualTo(edit.replaces())
                .isNotEqualTo(Optional.empty());
        return edit;
    }

    private Approval approve(Proposal proposal) {
        return ((Approved) approvals.approve(proposal.id(), proposal.hash(), "U0ALICE")).approval();
    }
}
