package dashwright.dashboards.check;

import dashwright.catalog.MetricType;
import java.util.Locale;

/** Percentiles over all senders exist for distributions alone. */
final class Percentiles implements MetricRule {
    @Override
    public void check(MetricUse use, Findings findings) {
        MetricType type = use.metric().type();
        boolean possible = type == MetricType.DISTRIBUTION || type == MetricType.UNKNOWN;
        if (use.selector().aggregator().isPercentile() && !possible) {
            findings.add(
                    Code.PERCENTILE_OF_NO_DISTRIBUTION,
                    use.widget(),
                    use.named() + " is a " + type.name().toLowerCase(Locale.ROOT) + ", of which there is no "
                            + use.selector().aggregator().name(),
                    "take a metric that its sender computed, as NAME.95percentile, or a distribution");
        }
    }
}
