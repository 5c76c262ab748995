package dashwright.catalog.search;

import dashwright.catalog.Metric;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * What speaks for or against a metric beside its words: whether its unit is of the kind that a question asks for, and
 * whether it was given up. One bearing serves one question.
 */
final class Bearing implements ToDoubleFunction<Metric> {
    /** How much the unit's kind counts. */
    private static final double UNIT = 0.12;

    /** How much a metric loses whose description says that another took its place. */
    private static final double GIVEN_UP = 0.2;

    /** Who gives a metric up says so at the beginning. */
    private static final int BEGINNING = 200;

    private static final Pattern SAID_TO_BE_GIVEN_UP =
            Pattern.compile("^renamed to\\b|\\bdeprecated\\b|\\bobsolete\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> WORDS_FOR_TIME =
            Set.of("latency", "duration", "time", "elapsed", "delay", "ms", "seconds", "percentile");
    private static final Set<String> WORDS_FOR_DATA =
            Set.of("bytes", "byte", "memory", "ram", "size", "storage", "disk", "bandwidth");
    private static final Set<String> SHARES = Set.of("percent", "percent_nano", "fraction");

    private final boolean asksForTime;
    private final boolean asksForData;

    Bearing(Question question) {
        this.asksForTime = question.topics().stream()
                .anyMatch(word ->
                        asks(word, WORDS_FOR_TIME) || (word.place().last() && Tokenizer.isPercentile(word.stem())));
        this.asksForData = question.topics().stream().anyMatch(word -> asks(word, WORDS_FOR_DATA));
    }

    private static boolean asks(Question.Word word, Set<String> words) {
        return word.place().last() && words.contains(Tokenizer.lower(word.written()));
    }

    /** The share of its score that the metric gains, or loses where it is negative. */
    @Override
    public double applyAsDouble(Metric metric) {
        return ofUnit(metric.unit().name()) - (isGivenUp(metric.description()) ? GIVEN_UP : 0);
    }

    private double ofUnit(String unit) {
        if (unit.isEmpty() || (!asksForTime && !asksForData)) {
            return 0;
        }
        boolean time = unit.endsWith("second") || unit.equals("minute") || unit.equals("hour") || unit.equals("day");
        boolean data = unit.contains("byte") || unit.equals("bit");
        if (!time && !data && !SHARES.contains(unit)) {
            return 0;
        }
        return (asksForTime ? time ? UNIT : -UNIT : 0) + (asksForData ? data ? UNIT : time ? -UNIT : 0 : 0);
    }

    private static boolean isGivenUp(String description) {
        String beginning = description.substring(0, Math.min(BEGINNING, description.length()));
        return SAID_TO_BE_GIVEN_UP.matcher(beginning).find();
    }
}
