package dashwright.dashboards.check;

/** A number for a whole window of a count is the sum over the window; the mean of its intervals says nothing. */
final class SummedCounts implements MetricRule {
    @Override
    public void check(MetricUse use, Findings findings) {
        boolean asCount = use.selector().modifiers().stream()
                .anyMatch(modifier -> modifier.name().equals("as_count"));
        String aggregator = Json.text(use.query().json(), "aggregator");
        if (!use.widget().showsNumbers()
                || !use.metric().type().isCounted()
                || !asCount
                || aggregator.equals("sum")
                || !isWholeQuery(use)) {
            return;
        }
        findings.add(
                Code.COUNT_NOT_SUMMED,
                use.widget(),
                use.named() + " is shown as the " + (aggregator.isEmpty() ? "average" : aggregator)
                        + " of its intervals, not as the total of the window",
                "set \"aggregator\": \"sum\" beside the query, or .as_rate() for how many a second");
    }

    /** Within a quotient the intervals cancel out. */
    private static boolean isWholeQuery(MetricUse use) {
        return use.selector().equals(use.query().tree())
                && use.request().formulas().stream()
                        .allMatch(formula ->
                                formula.text().strip().equals(use.query().name()));
    }
}
