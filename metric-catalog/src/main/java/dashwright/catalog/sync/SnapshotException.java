package dashwright.catalog.sync;

/** A kept catalog cannot be read or written; the message says why. The catalog is then listed again. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with a message for people and what it goes back to. */
    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure with a message for people. */
    public SnapshotException(String message) {
        super(message);
    }
}
