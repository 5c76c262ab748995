package dashwright.bot.slack;

/** A call to Slack did not succeed; the message says why and what to do. */
final class SlackCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    SlackCallException(String method, String code, String advice) {
        super("Slack refused " + method + " (" + code + "). " + advice);
        this.code = code;
    }

    SlackCallException(String method, Throwable cause) {
        super(
                "Slack did not answer " + method + " (" + cause.getClass().getSimpleName()
                        + "). Check the connection to Slack, then try again.",
                cause);
        this.code = "";
    }

    /** Slack's error code, empty where there was no answer. */
    String code() {
        return code;
    }
}
