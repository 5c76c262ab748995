package dashwright.catalog.answer;

import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.answer.Statistic.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says of the form of its answer.
 *
 * @param statistics the figures that it names, in its order
 * @param withoutSpans the text without the words for spans
 * @param forSpans true where it names spans, and something else
 */
record Asked(List<Statistic> statistics, String withoutSpans, boolean forSpans) {
    /** No request is longer; the search itself looks at no more. */
    private static final int LONGEST = 2_000;

    private static final Pattern STATISTIC = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + "\\d{2}(?:[.]\\d)?(?:th)?[ -]?(?:percentile|pctl)|percentile[ -]?\\d{2,4}|\\d{2}th|p\\d{2}(?:[.]\\d|\\d{1,2})?"
            + "|\\p{L}+)(?![\\p{L}\\p{N}])");
    private static final Pattern SPANS =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}_.])(?:spans?|traces?)(?![\\p{L}\\p{N}_.])");
    private static final Map<String, Kind> SPOKEN = Map.of(
            "highest", Kind.MAXIMUM,
            "worst", Kind.MAXIMUM,
            "slowest", Kind.MAXIMUM,
            "longest", Kind.MAXIMUM,
            "lowest", Kind.MINIMUM,
            "averages", Kind.AVERAGE);

    Asked {
        statistics = List.copyOf(statistics);
    }

    static Asked of(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String without = SPANS.matcher(bounded).replaceAll(" ").strip();
        boolean forSpans =
                !without.equals(bounded.strip()) && without.codePoints().anyMatch(Character::isLetterOrDigit);
        return new Asked(statistics(bounded.toLowerCase(Locale.ROOT)), without, forSpans);
    }

    private static List<Statistic> statistics(String lower) {
        List<Statistic> statistics = new ArrayList<>();
        Matcher matcher = STATISTIC.matcher(lower);
        while (matcher.find()) {
            String word = matcher.group().replaceAll("[ -]", "_");
            Statistic.of(word)
                    .or(() -> Optional.ofNullable(SPOKEN.get(word)).map(kind -> new Statistic(kind, 0)))
                    .filter(Asked::isAsked)
                    .ifPresent(statistics::add);
        }
        return statistics;
    }

    /** "The last hour" and "total" are said of anything. */
    private static boolean isAsked(Statistic statistic) {
        return switch (statistic.kind()) {
            case AVERAGE, MEDIAN, PERCENTILE, MAXIMUM, MINIMUM, DEVIATION, SUM, COUNT, BUCKET, RATE -> true;
            case VALUE, LAST, TOTAL, QUANTILE -> false;
        };
    }

    /** The member of a family that is the first of the figures that are asked for. */
    Optional<Variant> among(Family family) {
        return statistics.stream()
                .flatMap(statistic -> family.member(statistic).stream())
                .findFirst();
    }
}
