package dashwright.lab.datadog.engine;

/** A query that is well formed but cannot be answered; the message is what the caller gets to read. */
public final class QueryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** A refusal with its reason. */
    public QueryRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, for the caller. */
    public String reason() {
        return reason;
    }
}
