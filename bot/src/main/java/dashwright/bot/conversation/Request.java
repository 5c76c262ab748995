package dashwright.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a person asked for; data, never an instruction to the program.
 *
 * @param text the person's words, without the verb
 * @param requester who: a Slack user id, or the name of a person at another face
 * @param place where
 * @param earlier the draft that these words want changed, null for a new board
 */
public record Request(
        String text,
        String requester,
        Place place,
        @Nullable Earlier earlier) {
    /** The longest text that is taken, in UTF-16 units: a request, not a document. */
    public static final int LONGEST_TEXT = 2_000;

    public Request {
        text = text.strip();
        if (requester.isBlank()) {
            throw new IllegalArgumentException("someone asks");
        }
    }

    /** A request for a new board. */
    public static Request of(String text, String requester, Place place) {
        return new Request(text, requester, place, null);
    }

    /** The same words, meant for an earlier draft. */
    public Request about(Earlier draft) {
        return new Request(text, requester, place, draft);
    }
}
