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

    private static final String DECIDED = """
            SELECT proposals.id, proposals.begun_as, approver AS who, approved_at AS decided_at, 1 AS approved
            FROM approvals JOIN proposals ON proposals.id = approvals.proposal_id
            UNION ALL
            SELECT proposals.id, proposals.begun_as, rejecter, rejected_at, 0
            FROM rejections JOIN proposals ON proposals.id = rejections.proposal_id""";

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

    /**
     * The newest decisions, the newest first, without those that were left out. Of what one person decided the same way for
     * the same words it is the last, so that nobody crowds out the others by deciding often.
     */
    List<DecidedBoard> newest() {
        return store.jdbi().withHandle(this::newest);
    }

    private List<DecidedBoard> newest(Handle handle) {
        List<Decision> decisions = handle.createQuery("""
                        SELECT id, begun_as, who, decided_at, approved
                        FROM (SELECT decided.*, ROW_NUMBER() OVER (
                                PARTITION BY who, begun_as, approved ORDER BY decided_at DESC, id) AS place
                              FROM (%s) decided
                              WHERE NOT EXISTS (SELECT 1 FROM evidence_left_out WHERE proposal_id = decided.id)) newest
                        WHERE place = 1
                        ORDER BY decided_at DESC, id
                        LIMIT :most""".formatted(DECIDED))
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

    /**
     * Takes a decision out of what is learned from, and with it those before it that it stands for; the decisions themselves
     * stand.
     */
    void leaveOut(Handle handle, DecidedBoard board, String by, Instant at) {
        handle.createUpdate("""
                        INSERT INTO evidence_left_out (proposal_id, left_out_by, left_out_at)
                        SELECT id, :by, :at FROM (%s) decided
                        WHERE who = :who AND begun_as = :request AND approved = :approved
                        ON CONFLICT (proposal_id) DO NOTHING""".formatted(DECIDED))
                .bind("who", board.by())
                .bind("request", board.request())
                .bind("approved", board.approved() ? 1 : 0)
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
