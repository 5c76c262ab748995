package dashwright.dashboards.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Queries and formulas to be evaluated together, as one widget request holds them.
 *
 * @param id the caller's own name for it; comes back in the result
 * @param form a series over time, or one number each
 * @param queries query definitions in Datadog's JSON form ({@code data_source}, {@code name}, {@code query}, …)
 * @param formulas formulas over the queries' names; empty for one formula per query
 * @param range the time asked about
 */
public record QueryRequest(String id, Form form, List<ObjectNode> queries, List<String> formulas, TimeRange range) {
    public QueryRequest {
        queries = queries.stream().map(ObjectNode::deepCopy).toList();
        formulas = List.copyOf(formulas);
    }

    /** What shape the answer has. */
    public enum Form {
        TIMESERIES,
        SCALAR
    }
}
