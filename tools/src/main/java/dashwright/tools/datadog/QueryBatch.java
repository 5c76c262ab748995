package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.live.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests of one form and one range that travel in one call. Where there are several, each query gets a name of its own
 * ({@code q2_0}: the third request's first query), so that two that are called {@code query1} do not meet.
 *
 * @param entries the requests, at least one
 */
record QueryBatch(List<Entry> entries) {
    /** Datadog names no limit; this keeps a call's answer within what is read, and a refusal cheap to narrow down. */
    static final int MOST_QUERIES = 20;

    /**
     * A request and its place among all that were asked.
     *
     * @param index the place
     * @param request the request
     */
    record Entry(int index, QueryRequest request) {
        int queryCount() {
            return Math.max(request.queries().size(), request.formulas().size());
        }

        /** How many formulas the answer is about; without formulas, each query is one. */
        int formulaCount() {
            return request.formulas().isEmpty()
                    ? request.queries().size()
                    : request.formulas().size();
        }
    }

    /** What may travel together. */
    private record Kind(Form form, TimeRange range, String steps) {}

    QueryBatch {
        entries = List.copyOf(entries);
    }

    /** As few batches as the limits allow. */
    static List<QueryBatch> of(List<Entry> entries) {
        List<QueryBatch> batches = new ArrayList<>();
        Map<Kind, List<Entry>> open = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!Sharing.canShare(entry.request())) {
                batches.add(new QueryBatch(List.of(entry)));
                continue;
            }
            Kind kind = new Kind(entry.request().form(), entry.request().range(), Sharing.steps(entry.request()));
            List<Entry> together = open.computeIfAbsent(kind, any -> new ArrayList<>());
            int size = together.stream().mapToInt(Entry::queryCount).sum();
            if (!together.isEmpty() && size + entry.queryCount() > MOST_QUERIES) {
                batches.add(new QueryBatch(together));
                together.clear();
            }
            together.add(entry);
        }
        open.values().forEach(together -> batches.add(new QueryBatch(together)));
        return batches;
    }

    boolean isSingle() {
        return entries.size() == 1;
    }

    /** The two halves of a batch of several. */
    List<QueryBatch> halves() {
        int middle = entries.size() / 2;
        return List.of(
                new QueryBatch(entries.subList(0, middle)), new QueryBatch(entries.subList(middle, entries.size())));
    }

    Form form() {
        return entries.getFirst().request().form();
    }

    TimeRange range() {
        return entries.getFirst().request().range();
    }

    Call call() {
        boolean scalar = form() == Form.SCALAR;
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("type", scalar ? "scalar_request" : "timeseries_request");
        ObjectNode attributes = data.putObject("attributes");
        attributes.put("from", range().from().toEpochMilli());
        attributes.put("to", range().to().toEpochMilli());
        ArrayNode queries = attributes.putArray("queries");
        ArrayNode formulas = Json.MAPPER.createArrayNode();
        for (int place = 0; place < entries.size(); place++) {
            write(place, queries, formulas);
        }
        // Without formulas every query is answered on its own.
        if (!formulas.isEmpty()) {
            attributes.set("formulas", formulas);
        }
        return Call.of(scalar ? Endpoint.SCALAR : Endpoint.TIMESERIES).with(body);
    }

    private void write(int place, ArrayNode queries, ArrayNode formulas) {
        QueryRequest request = entries.get(place).request();
        Map<String, String> newNames = new LinkedHashMap<>();
        for (int at = 0; at < request.queries().size(); at++) {
            ObjectNode query = request.queries().get(at).deepCopy();
            if (!isSingle()) {
                String newName = "q" + place + "_" + at;
                newNames.put(query.path("name").asText(), newName);
                query.put("name", newName);
            }
            queries.add(trimmed(query));
        }
        if (request.formulas().isEmpty() && !isSingle()) {
            newNames.values().forEach(name -> formulas.addObject().put("formula", name));
        }
        for (String formula : request.formulas()) {
            formulas.addObject().put("formula", FormulaNames.renamed(formula, newNames));
        }
    }

    /** A board keeps an aggregator with every query; a timeseries request has no such field. */
    private ObjectNode trimmed(ObjectNode query) {
        if (form() == Form.TIMESERIES && query.path("data_source").asText().equals("metrics")) {
            query.remove("aggregator");
        }
        return query;
    }
}
