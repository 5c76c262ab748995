package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.dashboards.query.Selectors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One query of a request.
 *
 * @param name its name, empty for none
 * @param source where it reads, in Datadog's word ({@code metrics}, {@code spans}, {@code logs}); empty for none
 * @param text the metric query; empty for other sources
 * @param json its definition; for an old {@code q} one that says the same
 * @param tree the metric query as a tree, null where it could not be read or is none
 * @param mistake why it could not be read, null where it could
 */
record NamedQuery(
        String name,
        String source,
        String text,
        ObjectNode json,
        @Nullable Expression tree,
        @Nullable QuerySyntaxException mistake) {
    boolean readsMetrics() {
        return source.equals("metrics");
    }

    boolean readsSpans() {
        return source.equals("spans") || source.startsWith("apm_");
    }

    List<Selector> selectors() {
        return tree == null ? List.of() : Selectors.in(tree);
    }
}
