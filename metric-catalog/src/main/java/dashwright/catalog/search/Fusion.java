package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts answers that are near one another in words into the order of how near they are in meaning. A clear lead in words
 * stays a lead, and no metric that has each word of the text is passed by one that has not.
 *
 * <p>The figures were chosen on one half of the products of other people's dashboards, with a small model, and hold on the
 * other half.
 */
final class Fusion {
    /** What the nearest in meaning gains on the others, as a share of the best score in words. */
    static final double WEIGHT = 0.2;

    /** What the first in words has ahead of the others, as such a share: it is passed only for a clear reason. */
    static final double LEAD = 0.1;

    /** Cosines that differ by less than this, from the middle one to the highest, tell little and weigh less. */
    private static final double SPREAD = 0.1;

    /** Who gains at least so much of the weight is called close in meaning. */
    private static final double CLOSE = 0.5;

    private Fusion() {}

    /**
     * The matches in their new order, with new scores in the measure of the old ones.
     *
     * @param plain the matches as words rank them, best first
     * @param cosines how near each is to the text in meaning, -1 to 1
     * @param words the text's topic words
     */
    static List<Match> fused(List<Match> plain, List<Double> cosines, List<String> words) {
        double most = plain.stream().mapToDouble(Match::score).max().orElse(0);
        if (most <= 0) {
            return plain;
        }
        double[] nearness = nearness(cosines);
        List<Match> fused = new ArrayList<>();
        for (int at = 0; at < plain.size(); at++) {
            Match match = plain.get(at);
            double near = hasEach(words, match) ? 1 : nearness[at];
            double gain = WEIGHT * near + (at == 0 ? LEAD : 0);
            fused.add(new Match(
                    match.metric(),
                    match.score() + gain * most,
                    match.fit(),
                    nearness[at] < CLOSE ? match.reasons() : with(match.reasons(), cosines.get(at))));
        }
        // Equals stay as words ranked them.
        fused.sort(Comparator.comparingDouble(match -> -match.score()));
        return fused;
    }

    /** From 0 for the middle one and all below it to 1 for the nearest. */
    private static double[] nearness(List<Double> cosines) {
        double[] given = cosines.stream().mapToDouble(Double::doubleValue).toArray();
        double[] sorted = Arrays.stream(given).sorted().toArray();
        double middle = sorted[(sorted.length - 1) / 2];
        double spread = Math.max(SPREAD, sorted[sorted.length - 1] - middle);
        return Arrays.stream(given)
                .map(cosine -> Math.clamp((cosine - middle) / spread, 0, 1))
                .toArray();
    }

    /** True where the words of a text were met as they are, up to their endings. */
    private static boolean hasEach(List<String> words, Match match) {
        return !words.isEmpty()
                && words.stream()
                        .allMatch(word -> match.reasons().stream()
                                .anyMatch(reason -> reason.word().equals(word) && isSameWord(word, reason.matched())));
    }

    private static boolean isSameWord(String asked, String matched) {
        return asked.equalsIgnoreCase(matched) || WordStems.of(asked).equals(WordStems.of(matched));
    }

    private static List<Reason> with(List<Reason> reasons, double cosine) {
        List<Reason> more = new ArrayList<>(reasons);
        more.add(Reason.closeInMeaning(cosine));
        return more;
    }
}
