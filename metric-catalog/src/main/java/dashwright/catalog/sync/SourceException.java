package dashwright.catalog.sync;

/** The source of a catalog did not deliver; the message says what was asked, what came back and what to do. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean lasting;

    /**
     * A failure with a message for people.
     *
     * @param lasting true where who asks again soon is refused again, as for a metric that does not exist
     */
    public SourceException(String message, Throwable cause, boolean lasting) {
        super(message, cause);
        this.lasting = lasting;
    }

    /** A failure with a message for people that may be over soon. */
    public SourceException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** A failure with a message for people and no deeper cause that may be over soon. */
    public SourceException(String message) {
        super(message);
        this.lasting = false;
    }

    /** True where who asks again soon is refused again. */
    public boolean isLasting() {
        return lasting;
    }
}
