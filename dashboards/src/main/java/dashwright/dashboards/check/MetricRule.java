package dashwright.dashboards.check;

/** A rule about a metric that the catalog has, as a widget reads it. */
interface MetricRule {
    void check(MetricUse use, Findings findings);
}
