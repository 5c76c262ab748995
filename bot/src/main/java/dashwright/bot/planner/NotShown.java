package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways of showing that a request asks for and its board has not: percentiles, rates of success, comparisons, lengths. */
final class NotShown {
    private static final int USUAL_ROWS = 10;
    private static final Pattern PERCENTILE = Pattern.compile(
            "\\bp(\\d{2}(?:\\.\\d+)?)\\b|\\b(\\d{2})(?:th|rd|nd|st)?[ -]?percentile\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARISON = Pattern.compile(
            "\\b(?:vs\\.?|versus|against|compare[sd]?|compared (?:to|with)|than)\\b[^,;]*\\b(?:yesterday|today|last|previous|before|prior|ago)\\b"
                    + "|\\b(?:yesterday|today|this (?:week|month)|now)\\s+(?:vs\\.?|versus|against)\\b"
                    + "|\\b(?:day|week|month|year)[ -](?:over|on)[ -](?:day|week|month|year)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile(
            "\\b(?:success|error|failure|hit|miss|completion|cache hit)\\s+(?:rate|ratio|percentage)\\b"
                    + "|\\b(?:percent(?:age)?|ratio)\\s+of\\b|\\bas\\s+(?:a\\s+)?percent(?:age)?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH =
            Pattern.compile("\\b(?:top|worst|busiest)\\s+(\\d{1,4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Set<String> SHARES = Set.of("rate", "ratio", "pct", "percent", "percentage");

    private final Wish wish;
    private final Cast cast;
    private final DashboardPlan plan;
    private final List<String> told = new ArrayList<>();

    NotShown(Wish wish, Cast cast, DashboardPlan plan) {
        this.wish = wish;
        this.cast = cast;
        this.plan = plan;
    }

    /** What is asked and not shown, a sentence each. */
    List<String> told() {
        percentiles();
        comparison();
        share();
        length();
        thresholds();
        splits();
        return List.copyOf(told);
    }

    private void percentiles() {
        String shown = charts().flatMap(chart -> chart.series().stream())
                .map(series -> series.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        Set<Statistic> statistics = cast.durations().stream()
                .flatMap(timer -> timer.statistics().stream())
                .map(each -> each.kind().statistic())
                .collect(Collectors.toSet());
        Matcher asked = PERCENTILE.matcher(wish.text());
        while (asked.find()) {
            String digits = asked.group(1) != null ? asked.group(1) : asked.group(2);
            boolean there = shown.contains("p" + digits)
                    || shown.contains(digits + "percentile")
                    || statistics.stream().anyMatch(each -> each.name().equals("P" + digits));
            // That nothing at all measures durations is told by itself.
            if (!there && !cast.durations().isEmpty()) {
                told.add("p" + digits + " of " + cast.durations().getFirst().name() + " is not on the board: "
                        + has(statistics) + ".");
            }
        }
    }

    private static String has(Set<Statistic> statistics) {
        String labels = statistics.stream()
                .sorted()
                .map(Statistic::label)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(", "));
        return labels.isEmpty() ? "it has no percentiles that are known of" : "it reports " + labels;
    }

    private void comparison() {
        Matcher asked = COMPARISON.matcher(wish.text());
        if (asked.find()) {
            told.add(
                    "The comparison \"" + asked.group().strip()
                            + "\" is not drawn: the board shows one span of time, in which both can be seen where it is long enough.");
        }
    }

    private void share() {
        Matcher asked = SHARE.matcher(wish.text());
        boolean shown = charts().anyMatch(chart -> chart.formulas().stream()
                        .anyMatch(formula -> formula.expression().contains("/"))
                || chart.series().stream()
                        .anyMatch(series -> series instanceof Series.OfMetric one
                                && Words.split(one.metric()).stream().anyMatch(SHARES::contains)));
        if (asked.find() && !shown) {
            told.add("No panel shows a "
                    + asked.group().strip().toLowerCase(Locale.ROOT).replaceFirst("^as (?:a )?", "")
                    + ": the board has the figures themselves, no share of one in the other.");
        }
    }

    private void length() {
        Matcher asked = LENGTH.matcher(wish.text());
        if (asked.find()) {
            int most = Integer.parseInt(asked.group(1));
            List<Panel.Chart> lists = charts().filter(chart -> chart.shape() == Panel.Shape.TOP_LIST)
                    .toList();
            int rows = lists.stream()
                    .mapToInt(list -> list.limit() == 0 ? USUAL_ROWS : list.limit())
                    .max()
                    .orElse(0);
            if (lists.isEmpty()) {
                told.add("No list of the top " + most + " is on the board.");
            } else if (rows < most) {
                told.add("The list shows the top " + rows + ", not the top " + most + ".");
            }
        }
    }

    private void thresholds() {
        for (String threshold : wish.limits().thresholds()) {
            Matcher digits = DIGITS.matcher(threshold);
            double asked = digits.find() ? Double.parseDouble(digits.group()) : Double.NaN;
            boolean drawn = charts().flatMap(chart -> chart.thresholds().stream())
                    .anyMatch(each -> Double.compare(each.value(), asked) == 0);
            if (!drawn) {
                told.add("The board draws no line at \"" + threshold
                        + "\" and leaves out nothing for it: all values are shown.");
            }
        }
    }

    private void splits() {
        Set<String> grouped = charts().flatMap(chart -> chart.series().stream())
                .flatMap(series -> series instanceof Series.OfMetric one ? one.by().stream() : Stream.empty())
                .map(NotShown::plain)
                .collect(Collectors.toSet());
        wish.by().stream()
                .filter(word -> !grouped.contains(plain(word)))
                .forEach(word -> told.add("No panel is split by " + word + "."));
    }

    private static String plain(String word) {
        String letters = word.replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }

    private Stream<Panel.Chart> charts() {
        return plan.panels().stream()
                .flatMap(panel -> panel instanceof Panel.Chart chart ? Stream.of(chart) : Stream.empty());
    }
}
