package dashwright.catalog.answer;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a metric's name says was computed of a measured thing: timers and histograms are submitted as one metric for each.
 *
 * @param kind which figure it is
 * @param level which percentile it is, above 0 and below 100; 0 for all other kinds
 */
public record Statistic(Kind kind, double level) implements Comparable<Statistic> {
    /** The figures, in the order in which people look at them. */
    public enum Kind {
        /** The measured thing itself, where its name stands without a word for a figure. */
        VALUE,
        AVERAGE,
        MEDIAN,
        PERCENTILE,
        MAXIMUM,
        MINIMUM,
        DEVIATION,
        LAST,
        SUM,
        /** A sum of the values, or a count of something else: the word alone does not tell. */
        TOTAL,
        COUNT,
        RATE,
        /** The counts of a histogram, by upper bound. */
        BUCKET,
        /** Percentiles that a tag tells apart. */
        QUANTILE
    }

    private static final Pattern WORDS = Pattern.compile("(?i)(?:"
            + "(?<average>avg|average|mean)|(?<median>median)|(?<maximum>max|maximum|peak)|(?<minimum>min|minimum)"
            + "|(?<deviation>std|stdev|std_?dev|standard_deviation)|(?<last>last)|(?<sum>sum)|(?<total>total)"
            + "|(?<count>count|cnt)|(?<rate>(?:(?:m\\d{1,2}|mean|(?:one|five|fifteen)_?minute)_?)?rate|rate\\d{1,2}m)|(?<bucket>bucket)|(?<quantile>quantile)"
            + "|p(?<p>\\d{2,4}|\\d\\d[._]\\d)|(?<short>\\d\\d)p|(?<th>\\d\\d)th"
            + "|(?<spelled>\\d{2,4}|\\d\\d[._]\\d)(?:th)?[._]?(?:percentile|pctl|pct|quantile)"
            + "|(?:percentile|pctl|pct|quantile)[._]?(?<after>\\d{2,4}))");

    private static final double HALF = 50;
    private static final String[] LEVELS = {"p", "short", "th", "spelled", "after"};

    /** The statistic that a part of a name stands for ({@code max}, {@code 95percentile}); empty where it is none. */
    public static Optional<Statistic> of(String word) {
        Matcher matcher = WORDS.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (isNamed(kind) && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return Optional.of(new Statistic(kind, 0));
            }
        }
        for (String group : LEVELS) {
            if (matcher.group(group) != null) {
                return percentile(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(Kind kind) {
        return kind != Kind.VALUE && kind != Kind.PERCENTILE;
    }

    /** A percentile by its digits: 95, 999 for 99.9, 9999 for 99.99. */
    static Optional<Statistic> percentile(String digits) {
        String plain = digits.replace("_", "").replace(".", "");
        boolean isBeyond = plain.length() > 2 && !plain.startsWith("99");
        double level = Double.parseDouble(plain.substring(0, 2) + "." + plain.substring(2) + "0");
        if (isBeyond || level == 0) {
            return Optional.empty();
        }
        return Optional.of(level == HALF ? new Statistic(Kind.MEDIAN, 0) : new Statistic(Kind.PERCENTILE, level));
    }

    /** True where it proves that values were gathered, of which other figures can be computed too. */
    boolean isOfGatheredValues() {
        return switch (kind) {
            case AVERAGE, MEDIAN, PERCENTILE, DEVIATION, BUCKET, QUANTILE -> true;
            case VALUE, MAXIMUM, MINIMUM, LAST, SUM, TOTAL, COUNT, RATE -> false;
        };
    }

    /** True where its values have the unit of the measured thing. */
    boolean isInTheUnit() {
        return switch (kind) {
            case COUNT, RATE, BUCKET -> false;
            case VALUE, AVERAGE, MEDIAN, PERCENTILE, MAXIMUM, MINIMUM, DEVIATION, LAST, SUM, TOTAL, QUANTILE -> true;
        };
    }

    @Override
    public int compareTo(Statistic other) {
        return Comparator.comparing(Statistic::kind)
                .thenComparingDouble(Statistic::level)
                .compare(this, other);
    }

    /** In words, as in "p95" or "average". */
    @Override
    public String toString() {
        return kind == Kind.PERCENTILE
                ? "p" + String.valueOf(level).replaceAll("\\.0$", "")
                : kind.name().toLowerCase(Locale.ROOT);
    }
}
