package dashwright.catalog.answer;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.Unit;
import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.answer.Statistic.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which metrics of a catalog belong together because they are figures of one measured thing. Names alone say so, and only
 * where one of them proves that values were gathered: {@code latency.p99} does, {@code pool.max} and {@code pool.count} do
 * not. A metric belongs to one family at the most. Not safe for threads; what was looked up is remembered.
 */
public final class Families {
    /** Of a name's beginning that more metrics share, no more are looked at. */
    private static final int MOST_SIBLINGS = 2_000;

    private static final int LONGEST_WORD = 24;

    /** From so many figures of gathered values on a "total" is one of them. */
    private static final int CLEARLY_GATHERED = 2;

    /** Bare numbers are percentiles only where one of them is as high as this, which no code or count would be. */
    private static final double HIGH = 95;

    private final Catalog catalog;
    private final Map<NameSplit, List<Variant>> looked = new HashMap<>();
    private int siblingsRead;

    /** The families of a catalog. */
    public Families(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The family that a metric belongs to. */
    public Optional<Family> of(Metric metric) {
        return chosen(metric.name()).flatMap(split -> {
            List<Variant> own = candidates(split).stream()
                    .filter(each -> chosen(each.metric().name()).equals(Optional.of(split)))
                    .toList();
            return Optional.of(proven(own))
                    .filter(members -> members.size() > 1)
                    .map(Family::new)
                    .filter(family -> family.member(metric.name()).isPresent());
        });
    }

    /** How many names were looked at so far. */
    int siblingsRead() {
        return siblingsRead;
    }

    /** Where a name is divided, without the word: the place nearest to its end at which it has siblings. */
    private Optional<NameSplit> chosen(String name) {
        return Stream.concat(NameSplit.of(name).stream(), NameSplit.below(name).stream())
                .map(split -> new NameSplit(split.before(), "", split.after()))
                .filter(split -> candidates(split).stream()
                        .anyMatch(each -> each.metric().name().equals(name)))
                .findFirst();
    }

    private List<Variant> candidates(NameSplit split) {
        List<Variant> known = looked.get(split);
        if (known == null) {
            known = proven(read(split));
            looked.put(split, known);
        }
        return known;
    }

    private List<Variant> read(NameSplit split) {
        List<Variant> read = new ArrayList<>();
        List<Variant> numbered = new ArrayList<>();
        boolean onlyPercentiles = true;
        int others = 0;
        for (Metric metric :
                (Iterable<Metric>) catalog.metricsUnder(split.before()).stream().limit(MOST_SIBLINGS)::iterator) {
            siblingsRead++;
            String word = split.wordOf(metric.name());
            Optional<Statistic> statistic =
                    word.isEmpty() || word.length() > LONGEST_WORD ? Optional.empty() : Statistic.of(word);
            if (statistic.isPresent()) {
                read.add(new Variant(metric, statistic.get(), word));
            } else if (!word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
                Optional<Statistic> level = NameSplit.isNumber(word) ? Statistic.percentile(word) : Optional.empty();
                level.ifPresent(percentile -> numbered.add(new Variant(metric, percentile, word)));
                onlyPercentiles &= level.isPresent();
            } else {
                others++;
            }
        }
        if (onlyPercentiles && arePercentiles(numbered)) {
            read.addAll(numbered);
        }
        if (split.isOfNamespaceAlone() && others > 0) {
            return List.of();
        }
        catalog.metric(split.whole())
                .ifPresent(metric -> read.add(new Variant(metric, new Statistic(Kind.VALUE, 0), "")));
        return read;
    }

    /** "80, 90, 99" are percentiles; "200, 404" are not, and one number alone tells nothing. */
    private static boolean arePercentiles(List<Variant> numbered) {
        return numbered.size() > 1
                && numbered.stream().anyMatch(variant -> variant.statistic().level() >= HIGH);
    }

    /** Those that are figures of one thing, in order; none where nothing proves that values were gathered. */
    private static List<Variant> proven(List<Variant> read) {
        Map<Kind, Long> kinds = read.stream()
                .collect(Collectors.groupingBy(variant -> variant.statistic().kind(), Collectors.counting()));
        long gathered = read.stream()
                .filter(variant -> variant.statistic().isOfGatheredValues())
                .count();
        // The sum and the number of values: what OpenMetrics calls a summary.
        boolean isSummary = kinds.containsKey(Kind.SUM) && kinds.containsKey(Kind.COUNT);
        if (gathered == 0 && !isSummary) {
            return List.of();
        }
        Unit unit = unit(read);
        List<Variant> members = read.stream()
                .filter(variant -> switch (variant.statistic().kind()) {
                    case VALUE, LAST -> fits(variant, unit);
                    case TOTAL -> fits(variant, unit) && gathered >= CLEARLY_GATHERED && !kinds.containsKey(Kind.SUM);
                    case RATE -> gathered >= CLEARLY_GATHERED && kinds.containsKey(Kind.COUNT);
                    case AVERAGE, MEDIAN, PERCENTILE, MAXIMUM, MINIMUM, DEVIATION, SUM, COUNT, BUCKET, QUANTILE -> true;
                })
                .sorted(Comparator.comparing(Variant::statistic)
                        .thenComparing(variant -> variant.metric().name()))
                .toList();
        return members.size() > 1 ? members : List.of();
    }

    /** The unit of the measured thing: the one that most of its figures have. */
    private static Unit unit(List<Variant> read) {
        return read.stream()
                .filter(variant -> variant.statistic().isInTheUnit()
                        && variant.statistic().kind() != Kind.VALUE
                        && variant.statistic().kind() != Kind.TOTAL)
                .map(variant -> variant.metric().unit())
                .filter(unit -> !unit.isNone())
                .collect(Collectors.groupingBy(unit -> unit, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Unit, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElse(Unit.NONE);
    }

    private static boolean fits(Variant variant, Unit unit) {
        Unit own = variant.metric().unit();
        return own.isNone() || unit.isNone() || own.equals(unit);
    }
}
