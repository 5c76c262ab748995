package dashwright.bot.slack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one person is answered privately.
 *
 * @param channel where they spoke
 * @param thread the thread, empty for none
 * @param user who they are
 * @param responseUrl the address that came with a command or a press, empty for a message
 */
record Reply(String channel, String thread, String user, String responseUrl) {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    /** Answers; only this person sees it. Where the response's address is used up or too old, it goes the longer way. */
    void privately(SlackClient client, SlackMessage message) {
        if (!responseUrl.isEmpty()) {
            try {
                client.respond(responseUrl, message);
                return;
            } catch (SlackCallException refused) {
                LOG.warn("An answer goes by chat.postEphemeral instead: {}", refused.getMessage());
            }
        }
        client.postPrivately(channel, thread, user, message);
    }
}
