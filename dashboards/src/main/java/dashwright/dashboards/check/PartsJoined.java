package dashwright.dashboards.check;

import dashwright.catalog.Extent;
import dashwright.dashboards.check.PartTrials.PartTrial;
import dashwright.dashboards.live.HumanValue;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryResult.Answered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Says of a big number of a gauge what it joins: the mean of how many, the sum of how many, and whether that is right. */
final class PartsJoined {
    private static final Set<String> SAID =
            Set.of("mean", "average", "averaged", "avg", "per", "each", "median", "typical");
    private static final double SAME = 1e-9;

    /** One whole that several look up in turn is not to the last digit the same, as they look at different moments. */
    private static final double NEARLY = 0.01;

    /** Small counts of two parts are often the same by chance. */
    private static final double TELLING = 100;

    private PartsJoined() {}

    /** A clause for the widget's evidence, empty where its gauge is one series. */
    static String judge(Widget widget, PartTrial parts, QueryResult result, Findings findings) {
        List<Double> values = values(result);
        if (values.size() < 2) {
            return "";
        }
        String of = values.size() + " series by " + String.join(", ", parts.by());
        if (parts.selector().aggregator().name().equals("sum")) {
            boolean same = isOneWhole(values, SAME);
            boolean telling = values.size() > 2 || Math.abs(values.getFirst()) >= TELLING;
            if (same && values.getFirst() != 0 && telling) {
                findings.add(
                        Code.SUM_OF_GAUGE,
                        widget,
                        Texts.quoted(parts.metric().name()) + " is summed over " + of
                                + ", and each of them reports the same value: it looks like one whole said several times",
                        "take max: or avg: where all report the same level");
            }
            return "; the sum of " + of;
        }
        boolean same = isOneWhole(values, NEARLY);
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        boolean total = !same && parts.partitions() && Extent.of(parts.metric()) == Extent.EXTENSIVE;
        if (total && !saysMean(widget.title())) {
            findings.add(
                    Code.MEAN_OF_PARTS,
                    widget,
                    Texts.quoted(parts.metric().name()) + " is averaged over " + of + ", of which the sum is "
                            + HumanValue.of(sum, parts.metric().unit()),
                    "take sum: where each reports a part of its own, or call it a mean per "
                            + parts.by().getFirst() + " in the title");
        }
        return "; the mean of " + of + (same ? ", which all say the same" : "");
    }

    /** True where all values are one, within a share of it. */
    private static boolean isOneWhole(List<Double> values, double tolerance) {
        double first = values.getFirst();
        return values.stream()
                .allMatch(value -> Math.abs(value - first) <= tolerance * Math.max(Math.abs(value), Math.abs(first)));
    }

    private static boolean saysMean(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .anyMatch(SAID::contains);
    }

    private static List<Double> values(QueryResult result) {
        if (!(result instanceof Answered answered)) {
            return List.of();
        }
        List<Double> values = new ArrayList<>();
        answered.series()
                .forEach(series -> series.points().stream()
                        .map(Point::value)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .ifPresent(values::add));
        return values;
    }
}
