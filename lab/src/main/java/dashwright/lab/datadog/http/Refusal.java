package dashwright.lab.datadog.http;

/** A request is refused; carries the reply. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    /** A refusal with a reply of its own form. */
    public Refusal(Reply reply) {
        super(reply.status() + " " + reply.body());
        this.reply = reply;
    }

    /** 400 with {@code {"errors":[message]}}. */
    public static Refusal badRequest(String message) {
        return new Refusal(Reply.errors(400, message));
    }

    /** 404 with {@code {"errors":[message]}}. */
    public static Refusal notFound(String message) {
        return new Refusal(Reply.errors(404, message));
    }

    /** What is answered. */
    public Reply reply() {
        return reply;
    }
}
