package dashwright.bot.slack;

/**
 * How one person is answered privately.
 *
 * @param channel where they spoke
 * @param thread the thread, empty for none
 * @param user who they are
 * @param responseUrl the address that came with a command or a press, empty for a message
 */
record Reply(String channel, String thread, String user, String responseUrl) {
    /** Answers; only this person sees it. */
    void privately(SlackClient client, SlackMessage message) {
        if (responseUrl.isEmpty()) {
            client.postPrivately(channel, thread, user, message);
        } else {
            client.respond(responseUrl, message);
        }
    }
}
