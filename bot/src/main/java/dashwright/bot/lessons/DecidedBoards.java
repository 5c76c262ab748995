package dashwright.bot.lessons;

import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decisions on boards that search learns from. They are not kept twice: approvals, rejections and the reports of the
 * proposals hold all of it, and what a board reads is taken from its report once in the life of a process.
 */
final class DecidedBoards {
    /** What was decided before these is too long ago to be learned from. */
    static final int MOST = 300;

    /** A board that reads more says little of any one metric. */
    private static final int MOST_METRICS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(DecidedBoards.class);

    private final Store store;
    private final AuditLog audit;

    /** What each board reads, by the proposal's id: a proposal's report never changes. */
    private final Map<String, List<String>> metrics = new ConcurrentHashMap<>();

    DecidedBoards(Store store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** A decision, without what its board reads. */
    private record Decision(String proposal, String request, String by, boolean approved, Instant at) {}

    /** The newest decisions, the newest first, without those that were left out. */
    List<DecidedBoard> newest() {
        return store.jdbi().withHandle(this::newest);
    }

    private List<DecidedBoard> newest(Handle handle) {
        List<Decision> decisions = handle.createQuery("""
                        SELECT proposals.id, proposals.begun_as, decided.who, decided.decided_at, decided.approved
                        FROM (SELECT proposal_id, approver AS who, approved_at AS decided_at, 1 AS approved FROM approvals
                              UNION ALL
                              SELECT proposal_id, rejecter, rejected_at, 0 FROM rejections) decided
                        JOIN proposals ON proposals.id = decided.proposal_id
                        WHERE NOT EXISTS (SELECT 1 FROM evidence_left_out WHERE evidence_left_out.proposal_id = proposals.id)
                        ORDER BY decided.decided_at DESC, proposals.id
                        LIMIT :most""")
                .bind("most", MOST)
                .map((row, context) -> new Decision(
                        row.getString("id"),
                        row.getString("begun_as"),
                        row.getString("who"),
                        row.getInt("approved") == 1,
                        Instant.ofEpochMilli(row.getLong("decided_at"))))
                .list();
        metrics.keySet().retainAll(decisions.stream().map(Decision::proposal).collect(Collectors.toSet()));
        return decisions.stream()
                .map(decision -> new DecidedBoard(
                        decision.proposal(),
                        decision.request(),
                        metrics.computeIfAbsent(decision.proposal(), id -> read(handle, id)),
                        decision.by(),
                        decision.approved(),
                        decision.at()))
                .toList();
    }

    /** Takes a decision out of what is learned from; the decision itself stands. */
    void leaveOut(Handle handle, DecidedBoard board, String by, Instant at) {
        handle.createUpdate("""
                        INSERT INTO evidence_left_out (proposal_id, left_out_by, left_out_at) VALUES (:id, :by, :at)
                        ON CONFLICT (proposal_id) DO NOTHING""")
                .bind("id", board.proposal())
                .bind("by", by)
                .bind("at", at.toEpochMilli())
                .execute();
        String detail = "the decision of " + board.by() + " on \"" + board.request() + "\" is no longer learned from";
        audit.record(handle, new AuditEntry(at, AuditEntry.Kind.FORGOT, by, board.proposal(), detail));
    }

    private static List<String> read(Handle handle, String proposal) {
        String report = handle.createQuery("SELECT report FROM proposals WHERE id = :id")
                .bind("id", proposal)
                .mapTo(String.class)
                .one();
        try {
            return ReportedMetrics.of(report).stream().limit(MOST_METRICS).toList();
        } catch (IOException broken) {
            LOG.warn(
                    "What the board of proposal {} reads cannot be told, so nothing is learned from it",
                    proposal,
                    broken);
            return List.of();
        }
    }
}
