package dashwright.bot;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody most likely meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The nearest of the known words, where one is near enough.
     *
     * @param most how many letters may be wrong
     */
    public static Optional<String> to(String typed, Collection<String> known, int most) {
        return known.stream()
                .filter(word -> distance(word, typed, most) <= most)
                .min(Comparator.comparingInt(word -> distance(word, typed, most)));
    }

    /** Levenshtein's distance; a long text is far from every word without being measured. */
    public static int distance(String known, String typed, int most) {
        if (typed.length() > known.length() + most) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[typed.length() + 1];
        for (int j = 0; j <= typed.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= known.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= typed.length(); j++) {
                int substituted = diagonal + (known.charAt(i - 1) == typed.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[typed.length()];
    }
}
