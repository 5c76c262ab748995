package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in a text a word stands. "Redis – Latency – p99 by command" goes from the whole to the part: the first part tells
 * best whose metrics are meant, the last one which of them.
 *
 * @param weight what the word counts when metrics are ranked, 0 to 1
 * @param context what the word counts when namespaces are ranked, 0 to 1
 * @param last true in the last part of the text, or where the text has only one
 */
record Place(double weight, double context, boolean last) {
    /** The place of a word in a text of one part. */
    static final Place ONLY = new Place(1, 1, true);

    private static final Place FIRST = new Place(0.85, 1, false);
    private static final Place BETWEEN = new Place(0.4, 0.7, false);
    private static final Place LAST = new Place(1, 0.5, true);

    /** Signs that people put between the parts; a hyphen joins words as often as it divides, so it is none. */
    private static final Pattern DIVIDERS = Pattern.compile("\\s[–—|>›»]\\s|\\s::\\s|[\\r\\n]+");

    /** A part of a text. */
    record Part(String text, Place place) {}

    /** The parts of a text from the whole to the part, blank ones left out. */
    static List<Part> parts(String text) {
        List<String> written =
                DIVIDERS.splitAsStream(text).filter(part -> !part.isBlank()).toList();
        if (written.size() < 2) {
            return List.of(new Part(text, ONLY));
        }
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < written.size(); at++) {
            Place place = at == 0 ? FIRST : at == written.size() - 1 ? LAST : BETWEEN;
            parts.add(new Part(written.get(at), place));
        }
        return parts;
    }

    /** The place of a word that stands in both. */
    Place and(Place other) {
        return new Place(Math.max(weight, other.weight), Math.max(context, other.context), last || other.last);
    }
}
