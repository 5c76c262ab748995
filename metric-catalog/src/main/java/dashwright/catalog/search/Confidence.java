package dashwright.catalog.search;

import dashwright.catalog.search.Ranking.Scored;
import java.util.List;

/**
 * How sure a search can be that what it found is what was asked for. The rank's measure for each unit of information that
 * the text holds tells most of it: words that the catalog lacks, or that only the metrics of another product have, add
 * information and no score. What metrics of any product share ("CPU usage") speaks against the best one where it is all
 * that was met, so in a text that goes from the whole to the part the named and covered shares count against it.
 *
 * <p>The figures are those of a logistic regression on titles of other people's widgets, against the same titles in a
 * catalog without that product; 0.5 is where 3 in 100 of the first are lost. {@code dash score} measures both.
 */
final class Confidence {
    /** From here on what was found is offered as an answer. */
    static final double ANSWERED = 0.5;

    /** So many of the best are asked how much of the last part they cover. */
    private static final int BEST = 10;

    /** A text of more topic words than this asks for several things, which no one metric has. */
    private static final int ONE_THING = 8;

    private Confidence() {}

    /** The confidence in the first of what was found, 0 to 1. */
    static double of(Question question, List<? extends Scored<?>> found) {
        double information = question.information();
        if (found.isEmpty() || information == 0) {
            return 0;
        }
        Scored<?> best = found.getFirst();
        double score = best.score() / information;
        return question.hasParts()
                ? logistic(20.2 * score - 2.6 * covered(found) - 4.8 * best.named() - 4.15)
                : logistic(9.1 * score * several(question) - 2.2 * question.foreignShare() - 4.7);
    }

    private static double covered(List<? extends Scored<?>> found) {
        return found.stream().limit(BEST).mapToDouble(Scored::covered).max().orElse(0);
    }

    private static double several(Question question) {
        return Math.max(1, (double) question.topics().size() / ONE_THING);
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
