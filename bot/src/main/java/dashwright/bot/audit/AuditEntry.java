package dashwright.bot.audit;

import java.time.Instant;

/**
 * Something that happened and must be told later.
 *
 * @param at when
 * @param kind what
 * @param who the person, or the bot's own name for what it did unasked
 * @param subject what it is about: the id of a proposal or a lesson, or empty for a request that led to none
 * @param detail what else matters, for people; cut where it is longer than {@link #LONGEST_DETAIL}
 */
public record AuditEntry(Instant at, Kind kind, String who, String subject, String detail) {
    /** How much detail is kept, in UTF-16 units. */
    public static final int LONGEST_DETAIL = 4_000;

    /** Who is named for what nobody pressed a button for, such as finishing a publication after a restart. */
    public static final String BOT = "dashwright";

    public AuditEntry {
        if (who.isBlank()) {
            throw new IllegalArgumentException("an audit entry names who did it");
        }
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL - 1) + "…";
        }
    }

    /** What happened. */
    public enum Kind {
        /** Someone asked for something. */
        ASKED,
        /** A draft was shown for approval. */
        PROPOSED,
        /** Someone approved a proposal. */
        APPROVED,
        /** An approval or rejection was not accepted. */
        REFUSED,
        /** Someone rejected a proposal. */
        REJECTED,
        /** A board stands in Datadog. */
        PUBLISHED,
        /** Someone said what a phrase means. */
        TAUGHT,
        /** Someone took a lesson back, or a decision out of what search learns from. */
        FORGOT,
        /** Something did not work. */
        FAILED
    }
}
