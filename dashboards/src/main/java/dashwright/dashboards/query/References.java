package dashwright.dashboards.query;

import dashwright.dashboards.query.Expression.Reference;
import java.util.List;

/** The names of queries that a formula uses. */
public final class References {
    private References() {}

    /** All names, each once, in the order of their first use. */
    public static List<String> in(Expression formula) {
        return Tree.nodes(formula)
                .filter(Reference.class::isInstance)
                .map(node -> ((Reference) node).name())
                .distinct()
                .toList();
    }
}
