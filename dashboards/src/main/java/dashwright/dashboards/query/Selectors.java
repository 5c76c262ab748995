package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.Selector;
import java.util.List;

/** The metric selectors of an expression. */
public final class Selectors {
    private Selectors() {}

    /** All selectors, from left to right, repeated where they are. */
    public static List<Selector> in(Expression expression) {
        return Tree.nodes(expression)
                .filter(Selector.class::isInstance)
                .map(Selector.class::cast)
                .toList();
    }
}
