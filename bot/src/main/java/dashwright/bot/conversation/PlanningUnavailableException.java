package dashwright.bot.conversation;

/** This way of planning is not open now, as when the model does not answer; the message says why, for people. */
public final class PlanningUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason that follows "planned without it:", as in "the model did not answer within 60 s". */
    public PlanningUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A reason without a deeper cause. */
    public PlanningUnavailableException(String message) {
        super(message);
    }
}
