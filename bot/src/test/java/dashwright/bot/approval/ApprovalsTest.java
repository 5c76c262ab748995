package dashwright.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.bot.approval.ApprovalOutcome.Approved;
import dashwright.bot.approval.Refused.Reason;
import dashwright.bot.approval.RejectionOutcome.Rejected;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Severity;
import dashwright.tools.drafting.Draft;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {
    private static final String ALICE = "U0ALICE";
    private static final String BOB = "U0BOB";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Store store;
    private AuditLog audit;
    private Proposals proposals;
    private Approvals approvals;

    @BeforeEach
    void openTheStore() {
        store = Fixtures.store(folder);
        audit = new AuditLog(store);
        proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        approvals = approvals(Set.of());
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void refusesABoardOfWhichNothingCouldBeVerified() {
        Proposal unseen = proposals.propose(with(Receipt.Verdict.EMPTY_UNKNOWN), "Unknown.", Fixtures.ORIGIN);
        Proposal seen = proposals.propose(with(Receipt.Verdict.EMPTY_GOOD), "No errors.", Fixtures.ORIGIN);

        assertThat(approvals.approve(unseen.id(), unseen.hash(), ALICE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).isNotEmpty());
        assertThat(approvals.approve(seen.id(), seen.hash(), ALICE)).isInstanceOf(Approved.class);
    }

    @Test
    void saysThatNothingCouldBeVerified() {
        Proposal unseen = proposals.propose(with(Receipt.Verdict.NOT_RUN), "Unknown.", Fixtures.ORIGIN);

        assertThat(approvals.approve(unseen.id(), unseen.hash(), ALICE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOTHING_VERIFIED));
    }

    private static Draft with(Receipt.Verdict verdict) {
        Draft live = Fixtures.draft();
        List<Receipt> receipts = live.report().receipts().stream()
                .map(each -> new Receipt(
                        each.widget(),
                        each.title(),
                        each.type(),
                        each.metrics(),
                        each.tried(),
                        each.fit(),
                        verdict,
                        "nothing came back"))
                .toList();
        return new Draft(live.plan(), live.json(), live.hash(), new CheckReport(List.of(), receipts), live.remarks());
    }

    @Test
    void aProposalReadsBackAsItWasMade() {
        Proposal made = proposals.propose(
                Fixtures.draft(Fixtures.plan(), Fixtures.finding(Severity.WARNING, "Odd.")),
                "All well.",
                Fixtures.ORIGIN);

        assertThat(proposals.find(made.id())).contains(made);
    }

    @Test
    void theApprovedHashCoversTheMarker() {
        Proposal made = propose();

        assertThat(made.json().get("description").asText()).isEqualTo("What it is for.\n\n" + made.marker());
        assertThat(made.hash()).isEqualTo(DashboardHash.of(made.json()));
        assertThat(made.isIntact()).isTrue();
    }

    @Test
    void twoProposalsOfOneDraftHaveMarkersOfTheirOwn() {
        assertThat(propose().marker()).isNotEqualTo(propose().marker());
    }

    @Test
    void aDraftWithErrorsIsNotProposed() {
        assertThatThrownBy(() -> proposals.propose(
                        Fixtures.draft(Fixtures.plan(), Fixtures.finding(Severity.ERROR, "No such metric.")),
                        "",
                        Fixtures.ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("severity error");
        assertThat(proposals.newestInThread(Fixtures.ORIGIN.channel(), Fixtures.ORIGIN.thread()))
                .isEmpty();
    }

    @Test
    void approvesTheHashThatWasSeen() {
        Proposal made = propose();

        Approval approval = approved(approvals.approve(made.id(), made.hash(), ALICE));

        assertThat(approval.proposalId()).isEqualTo(made.id());
        assertThat(approval.hash()).isEqualTo(made.hash());
        assertThat(approval.approver()).isEqualTo(ALICE);
        assertThat(approval.at()).isEqualTo(Fixtures.NOW);
        assertThat(state(made)).isEqualTo(Proposal.State.APPROVED);
    }

    @Test
    void approvingAgainGivesTheFirstApproval() {
        Proposal made = propose();
        Approval first = approved(approvals.approve(made.id(), made.hash(), ALICE));
        clock.advance(Duration.ofMinutes(1));

        Approval second = approved(approvals.approve(made.id(), made.hash(), BOB));

        assertThat(second.approver()).isEqualTo(first.approver());
        assertThat(second.at()).isEqualTo(first.at());
        assertThat(kinds(made)).containsExactly(AuditEntry.Kind.PROPOSED, AuditEntry.Kind.APPROVED);
    }

    @Test
    void twentyPressesAtOnceApproveOnce() throws Exception {
        Proposal made = propose();

        List<ApprovalOutcome> outcomes = atOnce(IntStream.range(0, 20)
                .<Callable<ApprovalOutcome>>mapToObj(
                        press -> () -> approvals.approve(made.id(), made.hash(), "U0PRESS" + press))
                .toList());

        assertThat(outcomes.stream()
                        .map(outcome -> approved(outcome).approver())
                        .distinct())
                .hasSize(1);
        assertThat(kinds(made)).containsExactly(AuditEntry.Kind.PROPOSED, AuditEntry.Kind.APPROVED);
    }

    @Test
    void refusesAnUnknownProposal() {
        assertRefused(approvals.approve("nobody-made-this", "abc", ALICE), Reason.UNKNOWN, "Ask for it again");
        assertRefused(approvals.reject("nobody-made-this", "abc", ALICE), Reason.UNKNOWN, "Ask for it again");
    }

    @Test
    void refusesAnotherHash() {
        Proposal made = propose();

        assertRefused(approvals.approve(made.id(), "0".repeat(64), ALICE), Reason.HASH_DIFFERS, "changed");
        assertThat(state(made)).isEqualTo(Proposal.State.OPEN);
    }

    @Test
    void refusesAProposalThatExpired() {
        Proposal made = propose();
        clock.advance(Duration.ofHours(24));

        assertRefused(approvals.approve(made.id(), made.hash(), ALICE), Reason.EXPIRED, "too old");
    }

    @Test
    void approvesUntilTheLastMoment() {
        Proposal made = propose();
        clock.advance(Duration.ofHours(24).minusMillis(1));

        approved(approvals.approve(made.id(), made.hash(), ALICE));
        assertThat(state(made)).isEqualTo(Proposal.State.APPROVED);
    }

    @Test
    void anApprovalThatLedToNoBoardExpiresToo() {
        Proposal made = propose();
        approved(approvals.approve(made.id(), made.hash(), ALICE));
        clock.advance(Duration.ofHours(24));

        assertRefused(approvals.approve(made.id(), made.hash(), ALICE), Reason.EXPIRED, "too old");
    }

    @Test
    void refusesPeopleWhoMayNotDecide() {
        Approvals strict = approvals(Set.of(BOB));
        Proposal made = propose();

        assertRefused(strict.approve(made.id(), made.hash(), ALICE), Reason.NOT_ALLOWED, "DASH_APPROVERS");
        assertRefused(strict.reject(made.id(), made.hash(), ALICE), Reason.NOT_ALLOWED, "DASH_APPROVERS");
        assertThat(state(made)).isEqualTo(Proposal.State.OPEN);
        assertThat(approved(strict.approve(made.id(), made.hash(), BOB)).approver())
                .isEqualTo(BOB);
    }

    @Test
    void refusesAPublishedProposalWithItsLink() {
        Proposal made = propose();
        approved(approvals.approve(made.id(), made.hash(), ALICE));
        store.jdbi()
                .useTransaction(handle ->
                        proposals.published(handle, made.id(), new BoardLink("abc-def", "https://dd.example/abc-def")));

        assertRefused(
                approvals.approve(made.id(), made.hash(), ALICE),
                Reason.ALREADY_PUBLISHED,
                "https://dd.example/abc-def");
        assertRefused(
                approvals.reject(made.id(), made.hash(), ALICE),
                Reason.ALREADY_PUBLISHED,
                "https://dd.example/abc-def");
    }

    @Test
    void aRejectedProposalCannotBeApproved() {
        Proposal made = propose();

        assertThat(approvals.reject(made.id(), made.hash(), BOB)).isInstanceOf(Rejected.class);

        assertRefused(approvals.approve(made.id(), made.hash(), ALICE), Reason.ALREADY_REJECTED, "nothing was written");
        assertRefused(approvals.reject(made.id(), made.hash(), ALICE), Reason.ALREADY_REJECTED, "nothing was written");
        assertThat(kinds(made))
                .containsExactlyInAnyOrder(
                        AuditEntry.Kind.PROPOSED,
                        AuditEntry.Kind.REJECTED,
                        AuditEntry.Kind.REFUSED,
                        AuditEntry.Kind.REFUSED);
    }

    @Test
    void anApprovedProposalCannotBeRejected() {
        Proposal made = propose();
        approved(approvals.approve(made.id(), made.hash(), ALICE));

        assertRefused(approvals.reject(made.id(), made.hash(), BOB), Reason.ALREADY_APPROVED, "on its way");
        assertThat(state(made)).isEqualTo(Proposal.State.APPROVED);
    }

    @Test
    void aNewerDraftInTheThreadTakesTheOldOnesPlace() {
        Proposal old = propose();
        clock.advance(Duration.ofMinutes(1));
        Proposal fresh = propose();

        assertRefused(approvals.approve(old.id(), old.hash(), ALICE), Reason.SUPERSEDED, "newest one");
        assertThat(proposals.newestInThread(Fixtures.ORIGIN.channel(), Fixtures.ORIGIN.thread()))
                .contains(fresh);
    }

    @Test
    void draftsOutsideAThreadDoNotReplaceEachOther() {
        Origin loose = new Origin("x", ALICE, "cli", "");
        Proposal first = proposals.propose(Fixtures.draft(), "", loose);
        proposals.propose(Fixtures.draft(), "", loose);

        assertThat(state(first)).isEqualTo(Proposal.State.OPEN);
        assertThat(proposals.newestInThread("cli", "")).isEmpty();
    }

    @Test
    void theNewestOfAThreadIsNotOneThatWasRejected() {
        Proposal first = propose();
        clock.advance(Duration.ofMinutes(1));
        Proposal second = propose();
        approvals.reject(second.id(), second.hash(), ALICE);

        assertThat(proposals.newestInThread(Fixtures.ORIGIN.channel(), Fixtures.ORIGIN.thread()))
                .map(Proposal::id)
                .contains(first.id());
    }

    @Test
    void approvedAndUnpublishedProposalsAreListedOldestFirst() {
        Proposal first = propose();
        approved(approvals.approve(first.id(), first.hash(), ALICE));
        clock.advance(Duration.ofMinutes(1));
        Proposal second = propose();
        approved(approvals.approve(second.id(), second.hash(), BOB));

        assertThat(approvals.unpublished()).extracting(Approval::proposalId).containsExactly(first.id(), second.id());
    }

    @Test
    void theMessageThatShowsAProposalIsRemembered() {
        Proposal made = propose();
        assertThat(proposals.message(made.id())).isEmpty();

        proposals.shownIn(made.id(), "1700000000.000200");

        assertThat(proposals.message(made.id())).contains("1700000000.000200");
    }

    @Test
    void nobodyElseCanMakeAnApproval() {
        assertThat(Arrays.stream(Approval.class.getDeclaredConstructors()))
                .isNotEmpty()
                .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers())
                        || Modifier.isProtected(constructor.getModifiers()));
        assertThat(Modifier.isFinal(Approval.class.getModifiers())).isTrue();
    }

    private Approvals approvals(Set<String> approvers) {
        return new Approvals(store, proposals, audit, new Settings.Approval(approvers), clock);
    }

    private Proposal propose() {
        return proposals.propose(Fixtures.draft(), "All well.", Fixtures.ORIGIN);
    }

    private Proposal.State state(Proposal proposal) {
        return proposals.find(proposal.id()).orElseThrow().state();
    }

    private List<AuditEntry.Kind> kinds(Proposal proposal) {
        return audit.about(proposal.id()).stream().map(AuditEntry::kind).toList();
    }

    private static Approval approved(ApprovalOutcome outcome) {
        assertThat(outcome).isInstanceOf(Approved.class);
        return ((Approved) outcome).approval();
    }

    private static void assertRefused(Object outcome, Reason reason, String words) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message()).contains(words);
        });
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = executor.invokeAll(calls);
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
