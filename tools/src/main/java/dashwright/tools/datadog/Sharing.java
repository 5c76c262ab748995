package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which requests may share a call with others. */
final class Sharing {
    private static final Pattern GROUPED = Pattern.compile("\\bby\\s*\\{", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROLLUP = Pattern.compile("rollup\\s*\\([^()]*\\)", Pattern.CASE_INSENSITIVE);

    private Sharing() {}

    /**
     * How a request's lines divide time, apart from what its range decides. All lines of one timeseries answer share one
     * list of times, so lines with other steps would leave gaps in each other.
     */
    static String steps(QueryRequest request) {
        SortedSet<String> steps = new TreeSet<>();
        for (ObjectNode query : request.queries()) {
            Matcher rollup = ROLLUP.matcher(query.path("query").asText(""));
            while (rollup.find()) {
                steps.add(rollup.group());
            }
            steps.add(query.path("compute").path("interval").asText(""));
        }
        return request.form() == Form.TIMESERIES ? String.join(" ", steps) : "";
    }

    /**
     * True where renaming the queries cannot change what the request means: every query has a name of its own, the
     * formulas name only these, and a table of numbers has no groups: Datadog joins the rows of all formulas of a scalar
     * request, so that groups of different tags would meet.
     */
    static boolean canShare(QueryRequest request) {
        Set<String> names = new HashSet<>();
        for (ObjectNode query : request.queries()) {
            String name = query.path("name").asText("");
            if (!FormulaNames.isName(name) || !names.add(name)) {
                return false;
            }
        }
        boolean formulasAreOwn =
                request.formulas().stream().allMatch(formula -> names.containsAll(FormulaNames.in(formula)));
        boolean fits = Math.max(request.queries().size(), request.formulas().size()) < QueryBatch.MOST_QUERIES;
        return formulasAreOwn && fits && (request.form() == Form.TIMESERIES || !isGrouped(request));
    }

    static boolean isGrouped(QueryRequest request) {
        return request.queries().stream()
                .anyMatch(query -> !query.path("group_by").isEmpty()
                        || GROUPED.matcher(query.path("query").asText("")).find());
    }
}
