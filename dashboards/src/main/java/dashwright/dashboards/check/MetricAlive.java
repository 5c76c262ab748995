package dashwright.dashboards.check;

import dashwright.catalog.Liveness;

/** A metric that stopped reporting leaves a board that looks calm. */
final class MetricAlive implements MetricRule {
    private final Renamings renamings;

    MetricAlive(Renamings renamings) {
        this.renamings = renamings;
    }

    @Override
    public void check(MetricUse use, Findings findings) {
        if (use.metric().liveness() != Liveness.GONE) {
            return;
        }
        boolean rare = use.metric().type().isCounted()
                && ErrorWords.speakOfErrors(use.metric().name());
        findings.add(
                Code.METRIC_SILENT,
                rare ? Severity.WARNING : Severity.ERROR,
                use.widget(),
                use.named() + " has not reported for 30 days"
                        + (rare ? "; for a count of errors that can be good" : ""),
                renamings
                        .ofSilent(use.metric().name())
                        .map(name -> "perhaps it is now " + Texts.quoted(name))
                        .orElse("see whether its sender still runs, or read another metric"));
    }
}
