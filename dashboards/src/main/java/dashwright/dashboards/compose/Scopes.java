package dashwright.dashboards.compose;

import dashwright.catalog.TagSet;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.query.Scope;
import dashwright.dashboards.query.Scope.And;
import dashwright.dashboards.query.Scope.In;
import dashwright.dashboards.query.Scope.Not;
import dashwright.dashboards.query.Scope.Or;
import dashwright.dashboards.query.Scope.TagMatch;
import dashwright.dashboards.query.Scope.Variable;
import java.util.List;
import java.util.stream.Stream;

/** Filters and template variables to the scope of a metric query. */
final class Scopes {
    private Scopes() {}

    /**
     * The scope. A variable goes in where the metric is known to carry its tag: on a metric without it, it would leave
     * nothing.
     */
    static Scope of(List<TagFilter> filters, List<TemplateVariable> variables, TagSet tags) {
        Stream<Scope> fromVariables = variables.stream()
                .filter(variable -> tags.keys().contains(variable.tag()))
                .map(variable -> new Variable(variable.name()));
        List<Scope> terms = Stream.concat(fromVariables, filters.stream().flatMap(Scopes::terms))
                .toList();
        return switch (terms.size()) {
            case 0 -> Scope.EVERYTHING;
            case 1 -> terms.getFirst();
            default -> new And(terms);
        };
    }

    private static Stream<Scope> terms(TagFilter filter) {
        List<Scope> matches = filter.values().stream()
                .map(value -> (Scope) new TagMatch(filter.key(), value))
                .toList();
        if (filter.excluded()) {
            return matches.stream().map(Not::new);
        }
        if (matches.size() == 1) {
            return matches.stream();
        }
        // IN takes whole values only.
        boolean wildcards = filter.values().stream().anyMatch(value -> value.contains("*"));
        return Stream.of(wildcards ? new Or(matches) : new In(filter.key(), filter.values()));
    }
}
