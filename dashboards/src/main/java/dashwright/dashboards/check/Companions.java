package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.Scope;
import dashwright.dashboards.query.SpaceAggregator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What should report beside an empty count of errors while the work goes on that could fail. The catalog knows when a
 * metric last reported anywhere; only a try in the widget's own scope and window tells that its sender runs there now.
 */
final class Companions {
    private static final int MOST = 4;

    /** A condition of a search that picks the errors out. */
    private static final Pattern PICKS_ERRORS =
            Pattern.compile("(?<!\\S)-?@?[\\w.]*(?:error|status)[\\w.]*:(?:\"[^\"]*\"|\\S+)");

    /** A condition that narrows a service's spans to some of them. */
    private static final Pattern NARROWS =
            Pattern.compile("(?<!\\S)-?(?:operation_name|resource_name):(?:\"[^\"]*\"|\\S+)");

    private final Board board;
    private final Catalog catalog;
    private final Family family;
    private final VariableValues variables;

    /**
     * One that should report.
     *
     * @param name the metric, or the search for spans
     * @param required true where the widget itself reads it, so that nothing is known without it
     */
    record Companion(String name, boolean required, Trial trial) {}

    Companions(Board board, Catalog catalog) {
        this.board = board;
        this.catalog = catalog;
        this.family = new Family(catalog);
        this.variables = new VariableValues(board);
    }

    /**
     * The companions of an empty widget.
     *
     * @param silent the metrics of which it would be good news that they are silent
     */
    List<Companion> of(Attempt attempt, Set<String> silent) {
        if (attempt.widget().metrics().isEmpty()) {
            return spans(attempt);
        }
        Set<Selector> required = new LinkedHashSet<>();
        Set<Selector> beside = new LinkedHashSet<>();
        for (Selector selector : attempt.widget().selectors()) {
            if (silent.contains(selector.metric())) {
                beside(selector, silent).forEach(beside::add);
            } else {
                required.add(selector);
            }
        }
        List<Companion> companions = new ArrayList<>();
        required.forEach(each -> companions.add(companion(each, true, attempt, companions.size())));
        beside.stream().limit(MOST).forEach(each -> companions.add(companion(each, false, attempt, companions.size())));
        return companions;
    }

    /** Its sender's other metrics, those that the board reads of the same part of the world, and all that it was picked from. */
    private Stream<Selector> beside(Selector selector, Set<String> silent) {
        Stream<String> relatives = catalog.metric(selector.metric()).stream()
                .flatMap(family::siblings)
                .filter(Companions::canReport)
                .sorted(Comparator.comparing(Metric::liveness))
                .map(Metric::name);
        Stream<String> shown = board.widgets().stream()
                .flatMap(widget -> widget.selectors().stream())
                .filter(other -> other.scope().equals(selector.scope()))
                .map(Selector::metric)
                .filter(name -> namespace(name).equals(namespace(selector.metric())));
        Stream<Selector> others = Stream.concat(shown.sorted(), relatives)
                .distinct()
                .filter(name -> !silent.contains(name) && !ErrorWords.speakOfErrors(name))
                .limit(MOST - 1L)
                .map(name -> counting(name, selector.scope()));
        Scope unpicked = unpicked(selector.scope());
        boolean picked = !unpicked.equals(selector.scope()) && !ErrorWords.speakOfErrors(selector.metric());
        return picked ? Stream.concat(Stream.of(counting(selector.metric(), unpicked)), others) : others;
    }

    private static boolean canReport(Metric metric) {
        return metric.liveness() != Liveness.GONE;
    }

    private static String namespace(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private Selector counting(String name, Scope scope) {
        boolean counted =
                catalog.metric(name).stream().anyMatch(metric -> metric.type().isCounted());
        return new Selector(
                counted ? SpaceAggregator.SUM : SpaceAggregator.AVG,
                name,
                scope,
                List.of(),
                counted ? List.of(new Modifier("as_count", List.of())) : List.of());
    }

    /** The scope without the conditions on what came of a thing; where it happened stays. */
    private static Scope unpicked(Scope scope) {
        return switch (scope) {
            case Scope.TagMatch match -> picks(match.key()) ? Scope.EVERYTHING : match;
            case Scope.In in -> picks(in.key()) ? Scope.EVERYTHING : in;
            case Scope.Not not -> unpicked(not.operand()).equals(not.operand()) ? not : Scope.EVERYTHING;
            case Scope.And and ->
                Scope.allOf(and.operands().stream()
                        .map(Companions::unpicked)
                        .filter(operand -> !operand.equals(Scope.EVERYTHING))
                        .toList());
            case Scope.Or or ->
                or.operands().stream().allMatch(operand -> unpicked(operand).equals(operand)) ? or : Scope.EVERYTHING;
            case Scope.Everything _, Scope.Variable _ -> scope;
        };
    }

    private static boolean picks(String key) {
        return Stream.of("status", "code", "outcome", "result", "state", "level", "severity", "error", "success")
                .anyMatch(word -> key.toLowerCase(Locale.ROOT).contains(word));
    }

    private Companion companion(Selector selector, boolean required, Attempt attempt, int number) {
        ObjectNode query = JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "metrics")
                .put("name", "companion")
                .put("query", printed(selector));
        return new Companion(selector.metric(), required, trial(query, attempt, number));
    }

    private String printed(Selector selector) {
        try {
            return QueryPrinter.print(variables.fill(selector));
        } catch (IllegalArgumentException unwritable) {
            // A variable's default that no scope can hold has been reported with the query of the widget.
            return QueryPrinter.print(selector);
        }
    }

    private static Trial trial(ObjectNode query, Attempt attempt, int number) {
        String id = attempt.widget().place() + ".companion" + number;
        return new Trial(
                attempt.widget().requests().getFirst(),
                new QueryRequest(id, Form.TIMESERIES, List.of(query), List.of(), attempt.range()));
    }

    /** The same spans with and without an error, or else all of the service's. */
    private static List<Companion> spans(Attempt attempt) {
        List<Companion> companions = new ArrayList<>();
        for (Trial trial : attempt.trials()) {
            for (ObjectNode asked :
                    trial.isNumber() ? List.<ObjectNode>of() : trial.asked().queries()) {
                ObjectNode query = asked.deepCopy();
                String search = query.path("search").path("query").asText();
                String all = PICKS_ERRORS.matcher(search).replaceAll("").strip();
                String wider = all.equals(search)
                        ? NARROWS.matcher(search).replaceAll("").strip()
                        : all;
                if (query.path("search") instanceof ObjectNode node && !wider.equals(search)) {
                    node.put("query", wider);
                    companions.add(new Companion(wider, false, trial(query, attempt, companions.size())));
                } else if (query.hasNonNull("stat")) {
                    query.put("stat", "hits");
                    companions.add(new Companion(
                            query.path("service").asText(), false, trial(query, attempt, companions.size())));
                }
            }
        }
        return companions;
    }
}
