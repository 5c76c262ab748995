package dashwright.bot.approval;

/**
 * Where a proposal comes from.
 *
 * @param request the words of the request
 * @param requester who asked
 * @param channel the conversation it was asked in
 * @param thread the thread within it, as the timestamp of its first message; empty for none
 * @param begunAs the words that the board began with, which tell what it is about; an edit's own words do not
 */
public record Origin(String request, String requester, String channel, String thread, String begunAs) {
    /** Where the proposal of a new board comes from. */
    public Origin(String request, String requester, String channel, String thread) {
        this(request, requester, channel, thread, request);
    }
}
