package dashwright.bot.approval;

import dashwright.bot.Settings;
import dashwright.bot.approval.Refused.Reason;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes people's decisions: checks the right to decide, the hash and the age, and lets each proposal be decided once. */
public final class Approvals {
    private final Store store;
    private final Proposals proposals;
    private final AuditLog audit;
    private final Settings.Approval rights;
    private final InstantSource clock;

    /** Decisions over the proposals of a store. */
    public Approvals(Store store, Proposals proposals, AuditLog audit, Settings.Approval rights, InstantSource clock) {
        this.store = store;
        this.proposals = proposals;
        this.audit = audit;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Approves a proposal. Pressing again before the board stands gives the first approval once more, so that a
     * publication that failed can be tried again; there is never a second one.
     *
     * @param hash the hash that the person saw
     * @param who the Slack user id
     */
    public ApprovalOutcome approve(String proposalId, String hash, String who) {
        Instant now = now();
        return store.jdbi().inTransaction(handle -> {
            Optional<Proposal> found = proposals.find(handle, proposalId);
            Optional<Refused> refusal = refusal(found, hash, who, now)
                    .or(() -> found.flatMap(Approvals::closed))
                    .or(() -> found.flatMap(Approvals::unverified));
            if (found.isEmpty() || refusal.isPresent()) {
                return refused(handle, refusal.orElseGet(Approvals::unknown), proposalId, who, now);
            }
            if (Proposals.move(handle, proposalId, Proposal.State.OPEN, Proposal.State.APPROVED)) {
                insert(handle, new Approval(proposalId, hash, who, now));
                audit.record(handle, new AuditEntry(now, AuditEntry.Kind.APPROVED, who, proposalId, "hash " + hash));
            }
            return new ApprovalOutcome.Approved(find(handle, proposalId));
        });
    }

    /**
     * Rejects a proposal: it can never be published.
     *
     * @param hash the hash that the person saw
     * @param who the Slack user id
     */
    public RejectionOutcome reject(String proposalId, String hash, String who) {
        Instant now = now();
        return store.jdbi().inTransaction(handle -> {
            Optional<Proposal> found = proposals.find(handle, proposalId);
            Optional<Refused> refusal = refusal(found, hash, who, now)
                    .or(() -> found.flatMap(Approvals::closed))
                    .or(() -> found.flatMap(Approvals::approved));
            if (found.isEmpty() || refusal.isPresent()) {
                return refused(handle, refusal.orElseGet(Approvals::unknown), proposalId, who, now);
            }
            Proposals.move(handle, proposalId, Proposal.State.OPEN, Proposal.State.REJECTED);
            handle.createUpdate("INSERT INTO rejections (proposal_id, rejecter, rejected_at) VALUES (:id, :who, :at)")
                    .bind("id", proposalId)
                    .bind("who", who)
                    .bind("at", now.toEpochMilli())
                    .execute();
            audit.record(handle, new AuditEntry(now, AuditEntry.Kind.REJECTED, who, proposalId, "hash " + hash));
            return new RejectionOutcome.Rejected(
                    proposals.find(handle, proposalId).orElseThrow());
        });
    }

    /** The approvals whose boards are not known to stand, oldest first. */
    public List<Approval> unpublished() {
        return store.jdbi()
                .withHandle(handle -> proposals.approvedIds(handle).stream()
                        .map(id -> find(handle, id))
                        .toList());
    }

    /** The approval of a proposal, where it was approved. */
    public Optional<Approval> of(String proposalId) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM approvals WHERE proposal_id = :id")
                        .bind("id", proposalId)
                        .map((row, context) -> approval(row))
                        .findOne());
    }

    /** Who rejected a proposal, where it was rejected. */
    public Optional<String> rejecter(String proposalId) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT rejecter FROM rejections WHERE proposal_id = :id")
                        .bind("id", proposalId)
                        .mapTo(String.class)
                        .findOne());
    }

    private Optional<Refused> refusal(Optional<Proposal> found, String hash, String who, Instant now) {
        if (found.isEmpty()) {
            return Optional.of(unknown());
        }
        Proposal proposal = found.get();
        if (!rights.allows(who)) {
            return because(
                    Reason.NOT_ALLOWED,
                    "You may not decide this: only the people listed in DASH_APPROVERS may. Ask one of them to press the button.");
        }
        if (proposal.board().isPresent()) {
            return because(
                    Reason.ALREADY_PUBLISHED,
                    "This draft is decided: its board is already published at "
                            + proposal.board().get().url()
                            + ". To change it, say in this thread what should be different; to take it away, delete it in Datadog.");
        }
        if (!proposal.hash().equals(hash)) {
            return because(
                    Reason.HASH_DIFFERS,
                    "The draft changed since this message was written, so nothing was done. Ask for the draft again and decide on the new one.");
        }
        boolean undecided = proposal.state() == Proposal.State.OPEN || proposal.state() == Proposal.State.APPROVED;
        if (undecided && proposal.isExpired(now)) {
            return because(
                    Reason.EXPIRED,
                    "This draft is too old: its evidence may no longer hold. Ask for it again to get a fresh one.");
        }
        return Optional.empty();
    }

    private static Optional<Refused> closed(Proposal proposal) {
        return switch (proposal.state()) {
            case REJECTED ->
                because(
                        Reason.ALREADY_REJECTED,
                        "This draft was rejected before, so nothing was written. Ask for it again to get a new one.");
            case SUPERSEDED ->
                because(
                        Reason.SUPERSEDED,
                        "A newer draft in this thread took this one's place. Decide on the newest one.");
            case OPEN, APPROVED, PUBLISHED -> Optional.empty();
        };
    }

    private static Optional<Refused> approved(Proposal proposal) {
        return proposal.state() == Proposal.State.APPROVED
                ? because(
                        Reason.ALREADY_APPROVED,
                        "This draft was already approved and may be on its way to Datadog. Delete the board there if it is not wanted.")
                : Optional.empty();
    }

    /** A board on which every figure is unknown claims what nobody has seen; one of notes alone claims nothing. */
    private static Optional<Refused> unverified(Proposal proposal) {
        List<Receipt> receipts = proposal.report().receipts();
        boolean seen = receipts.stream()
                .map(Receipt::verdict)
                .anyMatch(verdict -> verdict == Verdict.LIVE || verdict == Verdict.EMPTY_GOOD);
        return receipts.isEmpty() || seen
                ? Optional.empty()
                : because(
                        Reason.NOTHING_VERIFIED,
                        "Nothing on this board could be verified on live data, so it is not published. See in the evidence why,"
                                + " and ask for it again once its queries bring data.");
    }

    private static Refused unknown() {
        return new Refused(
                Reason.UNKNOWN, "I do not know this draft: it was made with another database. Ask for it again.");
    }

    private static Optional<Refused> because(Reason reason, String message) {
        return Optional.of(new Refused(reason, message));
    }

    private Refused refused(Handle handle, Refused refusal, String proposalId, String who, Instant now) {
        String detail = refusal.reason() + ": " + refusal.message();
        audit.record(handle, new AuditEntry(now, AuditEntry.Kind.REFUSED, who, proposalId, detail));
        return refusal;
    }

    private static void insert(Handle handle, Approval approval) {
        handle.createUpdate("""
                        INSERT INTO approvals (proposal_id, hash, approver, approved_at)
                        VALUES (:id, :hash, :approver, :at)""")
                .bind("id", approval.proposalId())
                .bind("hash", approval.hash())
                .bind("approver", approval.approver())
                .bind("at", approval.at().toEpochMilli())
                .execute();
    }

    private static Approval find(Handle handle, String proposalId) {
        return handle.createQuery("SELECT * FROM approvals WHERE proposal_id = :id")
                .bind("id", proposalId)
                .map((row, context) -> approval(row))
                .one();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getString("proposal_id"),
                row.getString("hash"),
                row.getString("approver"),
                Instant.ofEpochMilli(row.getLong("approved_at")));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
