package dashwright.dashboards.check;

import dashwright.catalog.TagSet;
import dashwright.dashboards.check.ScopeConditions.Condition;
import java.util.List;
import java.util.SortedSet;

/** The tags of a scope are tags of the metric; nothing is concluded where they were never read. */
final class ScopeTags implements MetricRule {
    @Override
    public void check(MetricUse use, Findings findings) {
        TagSet tags = use.metric().tags();
        if (!tags.known()) {
            return;
        }
        for (Condition condition : ScopeConditions.of(use.selector().scope())) {
            if (!tags.keys().contains(condition.key())) {
                reportKey(use, condition, findings);
            } else {
                checkValue(use, condition, tags.valuesOf(condition.key()), findings);
            }
        }
    }

    private static void reportKey(MetricUse use, Condition condition, Findings findings) {
        List<String> near = Nearest.of(condition.key(), use.metric().tags().keys());
        findings.add(
                Code.TAG_KEY_UNKNOWN,
                severity(Code.TAG_KEY_UNKNOWN, condition),
                use.widget(),
                use.named() + " carries no tag " + Texts.quoted(condition.key()),
                near.isEmpty() ? "it carries no tags: remove the condition" : "it carries " + Texts.quoted(near));
    }

    private static void checkValue(MetricUse use, Condition condition, SortedSet<String> values, Findings findings) {
        if (values.isEmpty() || condition.value().isEmpty() || values.stream().anyMatch(condition::matches)) {
            return;
        }
        findings.add(
                Code.TAG_VALUE_UNKNOWN,
                severity(Code.TAG_VALUE_UNKNOWN, condition),
                use.widget(),
                use.named() + " never carried " + Texts.quoted(condition.key() + ":" + condition.value()),
                "of its " + Texts.counted(values.size(), "value", "values") + ", the nearest: "
                        + Texts.quoted(Nearest.of(condition.value(), values)));
    }

    /** To leave out what is not there changes nothing; to ask for it leaves nothing. */
    private static Severity severity(Code code, Condition condition) {
        return condition.excluded() ? Severity.INFO : code.severity();
    }
}
