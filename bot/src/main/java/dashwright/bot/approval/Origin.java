package dashwright.bot.approval;

/**
 * Where a proposal comes from.
 *
 * @param request the words of the request
 * @param requester who asked
 * @param channel the conversation it was asked in
 * @param thread the thread within it, as the timestamp of its first message; empty for none
 */
public record Origin(String request, String requester, String channel, String thread) {}
