package dashwright.dashboards.check;

import dashwright.catalog.MetricType;
import dashwright.dashboards.query.Expression.Modifier;

/**
 * Counts and rates need as_count or as_rate: the editor adds it, the API does not, and without it a rollup averages. An
 * explicit rollup by sum adds up as well.
 */
final class CountsAsCounts implements MetricRule {
    @Override
    public void check(MetricUse use, Findings findings) {
        MetricType type = use.metric().type();
        if (use.isCounted()) {
            if (type == MetricType.GAUGE) {
                findings.add(
                        Code.COUNTED_GAUGE,
                        use.widget(),
                        use.named() + " is a gauge: as_count and as_rate do nothing to it",
                        "remove the method; for a change over time take diff() or monotonic_diff()");
            }
        } else if (type == MetricType.COUNT && !rollsUpBySum(use)) {
            findings.add(
                    Code.COUNT_NOT_COUNTED,
                    use.widget(),
                    use.named() + " is a count but is averaged over each interval",
                    "add .as_count() for how many, or .as_rate() for how many a second");
        } else if (type == MetricType.RATE && !rollsUpBySum(use)) {
            findings.add(
                    Code.RATE_NOT_RATED,
                    use.widget(),
                    use.named() + " is a rate; without a method it is averaged over senders' intervals",
                    "add .as_rate() for how many a second, or .as_count() for how many");
        }
    }

    private static boolean rollsUpBySum(MetricUse use) {
        return use.selector().modifiers().stream()
                .filter(modifier -> modifier.name().equals("rollup"))
                .map(Modifier::arguments)
                .anyMatch(arguments ->
                        !arguments.isEmpty() && arguments.getFirst().equals("sum"));
    }
}
