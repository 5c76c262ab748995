package dashwright.dashboards.check;

import dashwright.catalog.MetricType;
import dashwright.dashboards.check.ScopeConditions.Condition;
import java.util.List;
import java.util.Set;

/**
 * The sum of a gauge over its senders is right where each reports a part of its own, as memory, and a multiple of the
 * truth where all report the same, as the length of one queue. Nothing tells the two apart but the sender's kind: the
 * Agent's own integrations report parts.
 */
final class SummedGauges implements MetricRule {
    private static final Set<String> SENDERS = Set.of(
            "host",
            "pod_name",
            "container_id",
            "container_name",
            "instance",
            "instance_id",
            "task_id",
            "pid",
            "worker");

    private static final List<String> PARTS = List.of("system.", "container.", "kubernetes.", "docker.", "process.");

    @Override
    public void check(MetricUse use, Findings findings) {
        boolean summed = use.selector().aggregator().name().equals("sum");
        boolean parts = PARTS.stream().anyMatch(use.metric().name()::startsWith);
        if (!summed || parts || use.metric().type() != MetricType.GAUGE) {
            return;
        }
        for (String sender : SENDERS) {
            int senders = use.metric().tags().valuesOf(sender).size();
            if (senders > 1 && !isFixed(use, sender)) {
                findings.add(
                        Code.SUM_OF_GAUGE,
                        use.widget(),
                        use.named() + " is a gauge that " + senders + " values of " + sender
                                + " report; their sum is the truth only if each reports a part of its own",
                        "take max: or avg: where all report the same level");
                return;
            }
        }
    }

    private static boolean isFixed(MetricUse use, String sender) {
        return use.selector().groupBy().contains(sender)
                || ScopeConditions.of(use.selector().scope()).stream()
                        .filter(condition -> condition.key().equals(sender))
                        .map(Condition::value)
                        .anyMatch(value -> !value.isEmpty() && value.indexOf('*') < 0);
    }
}
