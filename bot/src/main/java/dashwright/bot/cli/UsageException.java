package dashwright.bot.cli;

/** The verb was called in a way that cannot be meant; the message says how it is meant. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message for people. */
    public UsageException(String message) {
        super(message);
    }
}
