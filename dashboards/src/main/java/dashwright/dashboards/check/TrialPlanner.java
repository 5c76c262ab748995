package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.live.TimeRange;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.References;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the requests of a widget into requests to the query API, over the window that the widget shows. */
final class TrialPlanner {
    /** What the query API reads with definitions of the same form as on boards. */
    private static final Set<String> SOURCES = Set.of(
            "metrics",
            "cloud_cost",
            "logs",
            "spans",
            "network",
            "rum",
            "security_signals",
            "profiles",
            "audit",
            "events",
            "ci_tests",
            "ci_pipelines",
            "incident_analytics",
            "product_analytics",
            "apm_resource_stats",
            "apm_dependency_stats",
            "apm_metrics");

    private final Board board;
    private final VariableValues variables;
    private final Instant now;
    private final Duration window;

    TrialPlanner(Board board, Instant now, Duration window) {
        this.board = board;
        this.variables = new VariableValues(board);
        this.now = now;
        this.window = window;
    }

    /** The window that a widget shows: its own, or else the board's, or else the one that was given. */
    TimeRange range(Widget widget) {
        return TimeSpans.range(widget.definition().path("time"), now)
                .or(() -> TimeSpans.range(board.json().path("default_timeframe"), now))
                .orElseGet(() -> TimeRange.last(window, now));
    }

    /**
     * What is to be tried for a request.
     *
     * @throws Untriable where it cannot be; the message says why
     */
    List<Trial> plan(Widget widget, Request request) throws Untriable {
        requireTriable(request);
        Stream<Form> forms =
                widget.showsNumbers() ? Stream.of(Form.SCALAR, Form.TIMESERIES) : Stream.of(Form.TIMESERIES);
        List<Trial> trials = new ArrayList<>();
        for (Form form : forms.toList()) {
            List<ObjectNode> queries = new ArrayList<>();
            for (NamedQuery query : request.queries()) {
                queries.add(definition(query, "query" + queries.size(), form));
            }
            List<String> formulas =
                    request.formulas().stream().map(NamedFormula::text).toList();
            String id = widget.place() + "." + request.place() + (form == Form.SCALAR ? ".scalar" : "");
            trials.add(new Trial(request, new QueryRequest(id, form, queries, formulas, range(widget))));
        }
        return trials;
    }

    private static void requireTriable(Request request) throws Untriable {
        List<String> names = request.queries().stream().map(NamedQuery::name).toList();
        for (NamedQuery query : request.queries()) {
            if (query.mistake() != null || (query.readsMetrics() && query.tree() == null)) {
                throw new Untriable(true, "the query " + Texts.quoted(query.text()) + " cannot be read");
            }
            if (!SOURCES.contains(query.source())) {
                throw new Untriable(false, "it reads " + Texts.quoted(query.source()) + ", which is not tried");
            }
        }
        for (NamedFormula formula : request.formulas()) {
            Expression tree = formula.tree();
            if (tree == null || !names.containsAll(References.in(tree))) {
                throw new Untriable(true, "the formula " + Texts.quoted(formula.text()) + " cannot be computed");
            }
        }
    }

    /** As on the board, with the variables' defaults; the aggregator over the window belongs to numbers alone. */
    private ObjectNode definition(NamedQuery query, String fallbackName, Form form) throws Untriable {
        ObjectNode definition = query.json().deepCopy();
        if (query.name().isBlank()) {
            definition.put("name", fallbackName);
        }
        Expression tree = query.tree();
        if (tree != null) {
            definition.put("query", filled(query, tree));
            if (form == Form.TIMESERIES) {
                definition.remove("aggregator");
            } else if (!definition.hasNonNull("aggregator")) {
                definition.put("aggregator", "avg");
            }
        } else if (definition.path("search").path("query").isTextual()) {
            ObjectNode search = (ObjectNode) definition.path("search");
            search.put("query", variables.fill(search.path("query").textValue()));
        }
        return definition;
    }

    private String filled(NamedQuery query, Expression tree) throws Untriable {
        try {
            return QueryPrinter.print(variables.fill(tree));
        } catch (IllegalArgumentException unwritable) {
            throw new Untriable(
                    true,
                    "a variable's default does not fit into " + Texts.quoted(query.text()) + ": "
                            + unwritable.getMessage());
        }
    }

    /** Why a request cannot be tried. */
    static final class Untriable extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean faulty;

        Untriable(boolean faulty, String why) {
            super(why);
            this.faulty = faulty;
        }

        /** True where the board is at fault, false where this kind of data is not tried. */
        boolean isFaulty() {
            return faulty;
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }
}
