package dashwright.bot.conversation;

/**
 * Where something is said.
 *
 * @param channel the conversation: a Slack channel's id, or the name of another face
 * @param thread the thread within it, as the timestamp of its first message; empty where there are no threads
 */
public record Place(String channel, String thread) {
    public Place {
        if (channel.isBlank()) {
            throw new IllegalArgumentException("a request comes from somewhere");
        }
    }
}
