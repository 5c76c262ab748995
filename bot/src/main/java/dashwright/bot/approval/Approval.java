package dashwright.bot.approval;

import java.time.Instant;

/** That a person approved exactly one JSON. Only this package makes one, so that nothing is written without a person. */
public final class Approval {
    private final String proposalId;
    private final String hash;
    private final String approver;
    private final Instant at;

    Approval(String proposalId, String hash, String approver, Instant at) {
        this.proposalId = proposalId;
        this.hash = hash;
        this.approver = approver;
        this.at = at;
    }

    /** The proposal that was approved. */
    public String proposalId() {
        return proposalId;
    }

    /** The hash of the JSON that was approved. */
    public String hash() {
        return hash;
    }

    /** Who approved it. */
    public String approver() {
        return approver;
    }

    /** When. */
    public Instant at() {
        return at;
    }

    @Override
    public String toString() {
        return "Approval of " + proposalId + " by " + approver + " at " + at;
    }
}
