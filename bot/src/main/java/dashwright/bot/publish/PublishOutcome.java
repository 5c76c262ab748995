package dashwright.bot.publish;

import dashwright.bot.approval.BoardLink;

/** What came of publishing. */
public sealed interface PublishOutcome {
    /** The board stands, since now or since before. */
    record Published(BoardLink board) implements PublishOutcome {}

    /**
     * It is not known whether the board stands; {@link Publisher#recover} finds out and finishes. Nobody needs to act.
     *
     * @param message why, for people
     */
    record Pending(String message) implements PublishOutcome {}

    /**
     * No board was made, for certain; approving again tries again.
     *
     * @param message why and what to do, for people
     */
    record NotPublished(String message) implements PublishOutcome {}

    /**
     * The board that was to be replaced is not the one that was published: nothing was written. The draft can be
     * proposed as a board of its own.
     *
     * @param message what happened and what to do, for people
     */
    record Conflict(String message) implements PublishOutcome {}
}
