package dashwright.lab.datadog.query;

import dashwright.dashboards.query.Expression;
import dashwright.lab.datadog.engine.Frame;
import dashwright.lab.datadog.engine.NamedQuery;
import dashwright.lab.datadog.engine.Window;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queries and formulas that are asked for together.
 *
 * @param window the time asked about
 * @param queries the queries by name, in their order
 * @param formulas the formulas, at least one
 */
record FormulaRequest(Window window, Map<String, NamedQuery> queries, List<Formula> formulas) {
    FormulaRequest {
        queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
        formulas = List.copyOf(formulas);
    }

    /**
     * A formula.
     *
     * @param text as written
     * @param expression as read
     * @param count how many lines at most, 0 for all
     * @param descending true where the greatest come first
     */
    record Formula(String text, Expression expression, int count, boolean descending) {
        Frame limited(Frame frame, String by) {
            return count == 0 ? frame : frame.best(count, by, descending);
        }
    }
}
