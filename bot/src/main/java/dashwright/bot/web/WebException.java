package dashwright.bot.web;

/** The bot cannot be reached or cannot reach Slack; the message says why and what to do. */
public final class WebException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
