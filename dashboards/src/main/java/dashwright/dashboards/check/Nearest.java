package dashwright.dashboards.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What was perhaps meant. */
final class Nearest {
    private static final int NUMBER = 3;

    /** Comparing is quadratic in the length and linear in the candidates; a tag can have a hundred thousand values. */
    private static final int MAX_CANDIDATES = 2_000;

    private static final int MAX_LENGTH = 60;

    private Nearest() {}

    /** The three candidates that differ least, best first. */
    static List<String> of(String word, Collection<String> candidates) {
        return candidates.stream()
                .limit(MAX_CANDIDATES)
                .sorted(Comparator.comparingInt((String candidate) -> distance(cut(word), cut(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NUMBER)
                .toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }

    /** Levenshtein's: how many characters to add, drop or replace. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
