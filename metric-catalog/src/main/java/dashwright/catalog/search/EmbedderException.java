package dashwright.catalog.search;

/** There are no vectors for now; the message is a clause for people that says why, without a full stop. */
public final class EmbedderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For a reason that nothing else threw. */
    public EmbedderException(String reason) {
        super(reason);
    }

    /** For what was thrown. */
    public EmbedderException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
