package dashwright.bot.slack;

import dashwright.bot.approval.BoardLink;

/** What a draft's message says about its fate. */
sealed interface DraftState {
    /** Waiting for a decision. */
    record Waiting() implements DraftState {}

    /** Approved, and being sent. */
    record Publishing(String approver) implements DraftState {}

    /** Approved, and it is not known yet whether the board stands. */
    record Unsure(String approver, String message) implements DraftState {}

    /** The board stands. */
    record Published(String approver, BoardLink board) implements DraftState {}

    /** Approved, but Datadog did not take it: it can be tried again. */
    record NotPublished(String approver, String message) implements DraftState {}

    /** Approved, but the board that it would replace is another one now. */
    record Conflict(String approver, String message) implements DraftState {}

    /** Rejected. */
    record Rejected(String rejecter) implements DraftState {}

    /** It can no longer be decided. */
    record Closed(String message) implements DraftState {}

    /** True where the buttons that decide are shown. */
    default boolean isOpen() {
        return this instanceof Waiting || this instanceof NotPublished || this instanceof Conflict;
    }
}
