package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.query.Expression.Selector;
import java.util.List;

/**
 * One request of a widget.
 *
 * @param place where it is within the widget, as {@code requests[0]}
 * @param json the request
 * @param old true for the old form with {@code q}
 * @param queries what it reads
 * @param formulas what it computes, empty for each query as it is
 */
record Request(String place, JsonNode json, boolean old, List<NamedQuery> queries, List<NamedFormula> formulas) {
    Request {
        queries = List.copyOf(queries);
        formulas = List.copyOf(formulas);
    }

    List<Selector> selectors() {
        return queries.stream().flatMap(query -> query.selectors().stream()).toList();
    }
}
