package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.Parts;
import dashwright.catalog.TagRole;
import dashwright.dashboards.check.ScopeConditions.Condition;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for a big number of a gauge once more, part by part, so that a mean is not taken for a total nor a sum for the truth. */
final class PartTrials {
    private static final String BIG_NUMBER = "query_value";
    private static final int MOST_KEYS = 3;

    private final Catalog catalog;
    private final VariableValues variables;

    /**
     * A gauge read whole, and the same by part.
     *
     * @param by the tag keys that set the parts apart
     * @param partitions true where they say what is reported on, false where they say who reports
     */
    record PartTrial(Metric metric, Selector selector, List<String> by, boolean partitions, Trial trial) {}

    PartTrials(Board board, Catalog catalog) {
        this.catalog = catalog;
        this.variables = new VariableValues(board);
    }

    /** What is to be asked for a widget; nothing where it shows no single number of a gauge that is split. */
    List<PartTrial> of(Attempt attempt) {
        List<PartTrial> trials = new ArrayList<>();
        if (!attempt.widget().type().equals(BIG_NUMBER) || attempt.trials().isEmpty()) {
            return trials;
        }
        for (Request request : attempt.widget().requests()) {
            for (NamedQuery query : request.queries()) {
                for (Selector selector : query.selectors()) {
                    add(attempt, request, query, selector, trials);
                }
            }
        }
        return trials;
    }

    private void add(Attempt attempt, Request request, NamedQuery query, Selector selector, List<PartTrial> trials) {
        String aggregator = selector.aggregator().name();
        Metric metric = catalog.metric(selector.metric()).orElse(null);
        if (metric == null
                || !joinsLevels(metric, aggregator)
                || !selector.groupBy().isEmpty()) {
            return;
        }
        Selector whole = variables.opened(selector);
        List<String> open = Parts.of(metric, closed(whole), catalog).by();
        if (open.isEmpty()) {
            return;
        }
        boolean partitions = TagRole.of(open.getFirst()) == TagRole.PARTITION;
        List<String> by = partitions
                ? open.stream()
                        .filter(key -> TagRole.of(key) == TagRole.PARTITION)
                        .limit(MOST_KEYS)
                        .toList()
                : List.of(open.getFirst());
        Selector split = new Selector(whole.aggregator(), whole.metric(), whole.scope(), by, whole.modifiers());
        ObjectNode definition = JsonNodeFactory.instance
                .objectNode()
                .put("data_source", "metrics")
                .put("name", "parts")
                .put("query", QueryPrinter.print(split))
                .put("aggregator", query.json().path("aggregator").asText("avg"));
        String id = attempt.widget().place() + ".parts" + trials.size();
        trials.add(new PartTrial(
                metric,
                selector,
                by,
                partitions,
                new Trial(
                        request, new QueryRequest(id, Form.SCALAR, List.of(definition), List.of(), attempt.range()))));
    }

    /** Of a type that is not known only a mean is surely one of levels. */
    private static boolean joinsLevels(Metric metric, String aggregator) {
        return switch (metric.type()) {
            case GAUGE -> aggregator.equals("avg") || aggregator.equals("sum");
            case UNKNOWN -> aggregator.equals("avg");
            case COUNT, RATE, DISTRIBUTION -> false;
        };
    }

    /** A clause for the evidence of a mean of which nobody knows what it joins; empty where there is none. */
    String unknown(Widget widget, List<PartTrial> asked) {
        boolean joinsUnread = widget.type().equals(BIG_NUMBER)
                && widget.selectors().stream()
                        .filter(selector -> selector.aggregator().name().equals("avg")
                                && selector.groupBy().isEmpty())
                        .filter(selector -> asked.stream()
                                .noneMatch(trial -> trial.selector().equals(selector)))
                        .flatMap(selector -> catalog.metric(selector.metric()).stream())
                        .anyMatch(metric -> joinsLevels(metric, "avg") && !Parts.areKnown(metric, catalog));
        return joinsUnread ? "; the mean of the series there are: its tags were not read" : "";
    }

    private static Set<String> closed(Selector selector) {
        return ScopeConditions.of(selector.scope()).stream()
                .filter(condition -> !condition.excluded()
                        && !condition.value().isEmpty()
                        && condition.value().indexOf('*') < 0)
                .map(Condition::key)
                .collect(Collectors.toSet());
    }
}
