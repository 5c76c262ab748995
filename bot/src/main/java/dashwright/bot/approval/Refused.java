package dashwright.bot.approval;

/**
 * A decision that was not accepted.
 *
 * @param reason why
 * @param message why and what to do, for people
 */
public record Refused(Reason reason, String message) implements ApprovalOutcome, RejectionOutcome {
    /** Why a decision was not accepted. */
    public enum Reason {
        /** There is no such proposal. */
        UNKNOWN,
        /** It is too old. */
        EXPIRED,
        /** It was rejected before. */
        ALREADY_REJECTED,
        /** It was approved before, so it cannot be rejected. */
        ALREADY_APPROVED,
        /** A newer draft took its place. */
        SUPERSEDED,
        /** The JSON is not the one that was shown. */
        HASH_DIFFERS,
        /** This person may not decide. */
        NOT_ALLOWED,
        /** Of nothing on it is anything known: no query brought data. */
        NOTHING_VERIFIED,
        /** The board stands. */
        ALREADY_PUBLISHED
    }
}
