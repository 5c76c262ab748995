package dashwright.tools.metrics;

/** What was asked cannot be answered as it was asked; the message says how to ask. Whoever asked can mend it. */
public final class ToolRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with a message for whoever asked. */
    public ToolRefusal(String message) {
        super(message);
    }

    /** A refusal with a message for whoever asked, and what it goes back to. */
    public ToolRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
