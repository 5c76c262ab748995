package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.RequestPlanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The environment that a board begins with.
 *
 * @param variables the board's variable for it; empty where no metric of the board is known to carry such a tag
 * @param remark what the person should know about the choice; empty for nothing
 */
record Environment(List<TemplateVariable> variables, String remark) {
    Environment {
        variables = List.copyOf(variables);
    }

    /** The one that was named where there is one of that name, or else the one that is usually meant. */
    static Environment of(
            @Nullable String named, List<Metric> metrics, RequestPlanner.Knowledge knowledge, Words words) {
        for (String key : words.environmentTags()) {
            Set<String> values = new TreeSet<>();
            metrics.forEach(metric -> values.addAll(metric.tags().valuesOf(key)));
            if (!values.isEmpty()) {
                return chosen(named, key, values, knowledge, words);
            }
        }
        return new Environment(
                List.of(),
                named == null
                        ? ""
                        : "None of these metrics is known to carry a tag for environments, so the board shows all of them, not only "
                                + named + ".");
    }

    private static Environment chosen(
            @Nullable String named, String key, Set<String> values, RequestPlanner.Knowledge knowledge, Words words) {
        Optional<String> meant = values.stream()
                .filter(value -> named != null && (value.startsWith(named) || named.startsWith(value)))
                .findFirst();
        // One that was asked for by name and is not there must not be replaced by another on the quiet.
        String start = meant.orElseGet(() -> named != null ? "*" : usual(values, words));
        if (!start.equals("*")) {
            knowledge.carrying(key, start);
        }
        String remark = start.equals("*")
                ? named == null
                        ? ""
                        : "No metric here was seen with " + key + ":" + named + "; there "
                                + (values.size() == 1 ? "is " : "are ")
                                + String.join(", ", values.stream().limit(5).toList())
                                + ". The board shows all of them."
                : "Shows " + key + ":" + start + "; the board's variable changes it.";
        return new Environment(List.of(new TemplateVariable(key, key, List.of(start))), remark);
    }

    private static String usual(Set<String> values, Words words) {
        return words.environments().stream()
                .filter(values::contains)
                .findFirst()
                .orElse("*");
    }
}
