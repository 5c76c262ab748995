package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.sync.Wanted;
import dashwright.dashboards.plan.TagFilter;
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
 * @param unverified what metrics are held to of which it is not known whether they carry it; empty where that is known
 */
record Environment(List<TemplateVariable> variables, String remark, Optional<TagFilter> unverified) {
    private static final String NOT_SPLIT =
            "Whether these metrics tell environments apart is not known, so the board shows all of them together.";

    Environment {
        variables = List.copyOf(variables);
    }

    /** The one that was named where there is one of that name, or else the one that is usually meant. */
    static Environment of(Wish wish, List<Metric> metrics, RequestPlanner.Knowledge knowledge, Words words) {
        String named = wish.environment();
        // Of one that is to be left out the filters of the board's panels speak.
        if (named == null && wish.limits().notEnvironment() != null) {
            return new Environment(List.of(), "", Optional.empty());
        }
        for (String key : words.environmentTags()) {
            Set<String> values = new TreeSet<>();
            metrics.forEach(metric -> values.addAll(metric.tags().valuesOf(key)));
            if (!values.isEmpty()) {
                return chosen(named, key, values, knowledge, words);
            }
        }
        boolean read = metrics.stream().allMatch(metric -> metric.tags().known());
        return read || words.environmentTags().isEmpty() ? none(named, read) : kept(named, words);
    }

    private static Environment none(@Nullable String named, boolean read) {
        if (named == null) {
            return new Environment(List.of(), read ? "" : NOT_SPLIT, Optional.empty());
        }
        return new Environment(
                List.of(),
                "None of these metrics is known to carry a tag for environments, so the board shows all of them, not only "
                        + named + ".",
                Optional.empty());
    }

    /** A filter that was asked for must not vanish because nobody could see whether it fits. */
    private static Environment kept(@Nullable String named, Words words) {
        if (named == null) {
            return none(null, false);
        }
        String key = words.environmentTags().iterator().next();
        return new Environment(
                List.of(),
                "Not verified: that these metrics carry " + key + ":" + named + ", as their tags could not be read. The"
                        + " board asks for it all the same; a panel that stays empty may have another tag for it.",
                Optional.of(TagFilter.is(key, named)));
    }

    private static Environment chosen(
            @Nullable String named, String key, Set<String> values, RequestPlanner.Knowledge knowledge, Words words) {
        Optional<String> meant = values.stream()
                .filter(value -> named != null && (value.startsWith(named) || named.startsWith(value)))
                .findFirst();
        // One that was asked for by name and is not there must not be replaced by another on the quiet.
        String start = meant.orElseGet(() -> named != null ? "*" : usual(values, words));
        List<TemplateVariable> variables = List.of(new TemplateVariable(key, key, List.of(start)));
        if (start.equals("*")) {
            return new Environment(variables, named == null ? "" : absent(named, key, values), Optional.empty());
        }
        knowledge.carrying(key, start);
        boolean verified =
                knowledge.unread().stream().noneMatch(each -> each.wanted().equals(new Wanted.Carriers(key, start)));
        return verified
                ? new Environment(
                        variables,
                        "Shows " + key + ":" + start + "; the board's variable changes it.",
                        Optional.empty())
                : new Environment(
                        variables,
                        "Shows " + key + ":" + start
                                + ". Which metrics carry it could not be read: those whose tags are"
                                + " not known are held to " + key + ":" + start
                                + " all the same, which the board's variable does not change, and stay empty where they"
                                + " do not carry it.",
                        Optional.of(TagFilter.is(key, start)));
    }

    private static String absent(String named, String key, Set<String> values) {
        return "No metric here was seen with " + key + ":" + named + "; there " + (values.size() == 1 ? "is " : "are ")
                + String.join(", ", values.stream().limit(5).toList()) + ". The board shows all of them.";
    }

    private static String usual(Set<String> values, Words words) {
        return words.environments().stream()
                .filter(values::contains)
                .findFirst()
                .orElse("*");
    }
}
