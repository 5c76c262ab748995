package dashwright.catalog.sync;

/** The source of a catalog did not deliver; the message says what was asked, what came back and what to do. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with a message for people. */
    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure with a message for people and no deeper cause. */
    public SourceException(String message) {
        super(message);
    }
}
