package dashwright.bot.slack;

import dashwright.bot.conversation.Failures;
import dashwright.bot.conversation.Reference;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what listeners were asked for after they have acknowledged: each delivery once, each failure told. */
final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Executor executor;
    private final Deliveries deliveries;
    private final SlackClient client;

    Jobs(Executor executor, Deliveries deliveries, SlackClient client) {
        this.executor = executor;
        this.deliveries = deliveries;
        this.client = client;
    }

    /**
     * Starts a job and returns at once.
     *
     * @param keys everything by which the delivery could be known again
     * @param reply whom to tell where it fails
     */
    void start(List<String> keys, Reply reply, Runnable job) {
        executor.execute(() -> guard(reply, () -> {
            if (deliveries.take(keys)) {
                job.run();
            } else {
                LOG.info("A delivery came again and was passed over: {}", keys);
            }
        }));
    }

    /** Runs something; a failure is logged and told under one reference. */
    void guard(Reply reply, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException wrong) {
            String reference = Reference.next();
            LOG.error("[{}] A request of {} in {} failed", reference, reply.user(), reply.channel(), wrong);
            tell(reply, explain(wrong), reference);
        }
    }

    private static String explain(RuntimeException wrong) {
        return wrong instanceof SlackCallException slack ? String.valueOf(slack.getMessage()) : Failures.explain(wrong);
    }

    private void tell(Reply reply, String message, String reference) {
        try {
            reply.privately(client, AnswerMessages.failure(message, reference));
        } catch (RuntimeException alsoWrong) {
            LOG.error("[{}] The failure cannot be told either", reference, alsoWrong);
        }
    }
}
