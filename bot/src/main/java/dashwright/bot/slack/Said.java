package dashwright.bot.slack;

/**
 * Something a person said to the bot.
 *
 * @param channel where
 * @param timestamp the message's id within the channel
 * @param thread the thread it was said in, empty for none
 * @param user who
 * @param text the words as Slack delivers them
 */
record Said(String channel, String timestamp, String thread, String user, String text) {
    /** Whom to answer: in the thread that it was said in, or in one that begins with it. */
    Reply reply() {
        return new Reply(channel, thread.isEmpty() ? timestamp : thread, user, "");
    }
}
