package dashwright.dashboards.check;

import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.dashboards.check.ScopeConditions.Condition;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The tags of a scope are tags of the metric; nothing is concluded where they were never read. */
final class ScopeTags implements MetricRule {
    private final Family family;

    ScopeTags(Family family) {
        this.family = family;
    }

    @Override
    public void check(MetricUse use, Findings findings) {
        TagSet tags = use.metric().tags();
        for (Condition condition : ScopeConditions.of(use.selector().scope())) {
            if (tags.known() && !Family.isSeen(use.metric(), condition)) {
                Code code = tags.keys().contains(condition.key()) ? Code.TAG_VALUE_UNKNOWN : Code.TAG_KEY_UNKNOWN;
                report(code, use, condition, findings);
            }
        }
    }

    private void report(Code code, MetricUse use, Condition condition, Findings findings) {
        Optional<Metric> carrier = family.carrier(use.metric(), condition);
        String tag = Texts.quoted(condition.key() + (condition.value().isEmpty() ? "" : ":" + condition.value()));
        if (carrier.isPresent()) {
            findings.add(
                    code,
                    Severity.INFO,
                    use.widget(),
                    use.named() + " was never seen with " + tag + ", but "
                            + Texts.quoted(carrier.get().name()) + " beside it was",
                    "nothing: a count carries a tag only once something was counted");
            return;
        }
        String message = code == Code.TAG_KEY_UNKNOWN
                ? use.named() + " carries no tag " + Texts.quoted(condition.key())
                : use.named() + " was never seen with " + tag;
        findings.add(code, severity(code, condition), use.widget(), message, fix(code, use.metric(), condition));
    }

    private static String fix(Code code, Metric metric, Condition condition) {
        if (code == Code.TAG_KEY_UNKNOWN) {
            List<String> near = Nearest.of(condition.key(), metric.tags().keys());
            return near.isEmpty() ? "it carries no tags: remove the condition" : "it carries " + Texts.quoted(near);
        }
        SortedSet<String> values = metric.tags().valuesOf(condition.key());
        return "of its " + Texts.counted(values.size(), "value", "values") + ", the nearest: "
                + Texts.quoted(Nearest.of(condition.value(), values));
    }

    /** To leave out what is not there changes nothing; to ask for it leaves nothing. */
    private static Severity severity(Code code, Condition condition) {
        return condition.excluded() ? Severity.INFO : code.severity();
    }
}
