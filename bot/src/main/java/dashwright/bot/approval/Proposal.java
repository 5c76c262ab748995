package dashwright.bot.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.plan.DashboardPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A draft that a person is asked to approve, and what became of it.
 *
 * @param id unguessable; part of the JSON's marker
 * @param origin where it comes from
 * @param plan what the board was composed from
 * @param json the whole JSON that would be written, marker included
 * @param hash the hash of that JSON; what is approved
 * @param report findings, none of them an error, and receipts
 * @param remarks what the person should know
 * @param summary how things stood when it was drafted, in words
 * @param created when it was made
 * @param expires from when on it can no longer be approved
 * @param state what became of it
 * @param board the published board, where there is one
 * @param replaces the published board that it would replace; empty where it would become a board of its own
 */
public record Proposal(
        String id,
        Origin origin,
        DashboardPlan plan,
        ObjectNode json,
        String hash,
        CheckReport report,
        List<String> remarks,
        String summary,
        Instant created,
        Instant expires,
        State state,
        Optional<BoardLink> board,
        Optional<Replaced> replaces) {
    private static final String MARKER_PREFIX = "dashwright:";

    public Proposal {
        if (report.hasErrors()) {
            throw new IllegalArgumentException("a draft with findings of severity error is not proposed");
        }
        json = json.deepCopy();
        remarks = List.copyOf(remarks);
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** The text in the board's description by which the board of this proposal, and no other, is found again. */
    public String marker() {
        return markerOf(id);
    }

    /** What an edit of this proposal would replace: its own board, or the one that it would replace itself. */
    public Optional<Replaced> standing() {
        return board.map(own -> new Replaced(own, hash)).or(() -> replaces);
    }

    /** True where the JSON still is what the hash says. */
    public boolean isIntact() {
        return DashboardHash.of(json).equals(hash);
    }

    /** True where it can no longer be approved because it is too old. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    static String markerOf(String id) {
        return MARKER_PREFIX + id;
    }

    /** What became of a proposal. */
    public enum State {
        /** Waiting for a decision. */
        OPEN,
        /** Approved; the board may be on its way. */
        APPROVED,
        /** Rejected; nothing was written. */
        REJECTED,
        /** A newer draft of the same thread took its place. */
        SUPERSEDED,
        /** The board stands in Datadog. */
        PUBLISHED
    }
}
