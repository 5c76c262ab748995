package dashwright.catalog.answer;

import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import dashwright.catalog.search.SpanMatch;
import java.util.List;

/** One answer to a text: a metric with its variants, or a group of spans. */
public sealed interface Answer {
    /** How much of the text's meaning it covers, 0 to 1; comparable between answers of both kinds. */
    double fit();

    /** Which words of the text matched what. */
    List<Reason> reasons();

    /**
     * A metric, and the other figures of the same measured thing.
     *
     * @param match the figure that the text asks for, or else the one that ranks best
     * @param variants the other figures, in the order in which people look at them; often none
     */
    record OfMetric(Match match, List<Variant> variants) implements Answer {
        public OfMetric {
            variants = List.copyOf(variants);
        }

        @Override
        public double fit() {
            return match.fit();
        }

        @Override
        public List<Reason> reasons() {
            return match.reasons();
        }
    }

    /** A group of spans. */
    record OfSpans(SpanMatch match) implements Answer {
        @Override
        public double fit() {
            return match.fit();
        }

        @Override
        public List<Reason> reasons() {
            return match.reasons();
        }
    }
}
