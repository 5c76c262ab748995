package dashwright.bot.publish;

/** No board was made, for certain; the message says why, and what to do. */
public final class BoardRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with a message for people. */
    public BoardRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A refusal with a message for people and no deeper cause. */
    public BoardRefusedException(String message) {
        super(message);
    }
}
