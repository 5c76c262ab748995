package dashwright.bot.conversation;

/** So many builds wait already that another would not be reached in useful time. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(int waiting) {
        super(waiting + " requests are being worked on or waiting already. Try again in a few minutes.");
    }
}
