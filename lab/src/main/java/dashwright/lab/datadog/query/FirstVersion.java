package dashwright.lab.datadog.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import dashwright.dashboards.query.Selectors;
import dashwright.lab.datadog.engine.Frame;
import dashwright.lab.datadog.engine.Line;
import dashwright.lab.datadog.engine.Units;
import dashwright.lab.datadog.engine.Window;
import dashwright.lab.datadog.http.Call;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code GET /api/v1/query}: seconds in, points in milliseconds out, several queries joined by commas. */
final class FirstVersion {
    private final Queries queries;

    FirstVersion(Queries queries) {
        this.queries = queries;
    }

    Reply answer(Call call) {
        long from = call.whole("from");
        long to = call.whole("to");
        String text = call.required("query");
        if (from >= to) {
            throw Refusal.badRequest("'from' must be before 'to'");
        }
        Window window = Window.of(from, to, queries.now());
        List<Expression> all = QueryTexts.queries(text);
        ObjectNode body = Json.object();
        body.put("status", "ok").put("resp_version", 1).put("res_type", "time_series");
        body.put("query", text)
                .put("from_date", from * 1_000)
                .put("to_date", to * 1_000)
                .put("message", "");
        ArrayNode series = body.putArray("series");
        TreeSet<String> groups = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            Expression query = all.get(i);
            Selectors.in(query).forEach(selector -> groups.addAll(selector.groupBy()));
            Frame frame = queries.lines(query, window);
            for (Line line : frame.lines()) {
                series.add(series(i, query, frame, line));
            }
        }
        body.set("group_by", Json.texts(groups));
        body.putArray("values");
        body.putArray("times");
        return Reply.json(body);
    }

    private static ObjectNode series(int index, Expression query, Frame frame, Line line) {
        ObjectNode node = Json.object();
        String tags = line.group().entrySet().stream().map(FirstVersion::tag).collect(Collectors.joining(","));
        node.put("query_index", index).put("interval", frame.step());
        node.put("expression", QueryPrinter.print(query));
        node.put("scope", tags.isEmpty() ? scope(query) : tags);
        name(node, query);
        node.set(
                "tag_set",
                Json.texts(
                        line.group().entrySet().stream().map(FirstVersion::tag).toList()));
        node.set("unit", Units.json(frame.unit()));
        node.putObject("attributes");
        points(node, frame, line);
        return node;
    }

    private static String tag(Map.Entry<String, String> tag) {
        return tag.getValue().equals("N/A") ? "N/A" : tag.getKey() + ":" + tag.getValue();
    }

    private static String scope(Expression query) {
        return Selectors.in(query).stream()
                .map(selector -> QueryPrinter.print(selector.scope()))
                .findFirst()
                .orElse("*");
    }

    /** A plain query has the metric's name, a computed one its whole text and no aggregator. */
    private static void name(ObjectNode node, Expression query) {
        boolean plain = query instanceof Selector;
        String name = query instanceof Selector selector ? selector.metric() : QueryPrinter.print(query);
        node.put("metric", name).put("display_name", name);
        node.put("aggr", plain ? ((Selector) query).aggregator().name() : null);
    }

    private static void points(ObjectNode node, Frame frame, Line line) {
        ArrayNode points = node.putArray("pointlist");
        long last = 0;
        for (int i = 0; i < frame.times().length; i++) {
            double value = line.values()[i];
            if (!Double.isNaN(value)) {
                last = frame.times()[i];
                points.add(Json.array().add(last * 1_000.0).add(value));
            }
        }
        node.put("length", points.size());
        node.put("start", points.get(0).get(0).asLong());
        node.put("end", (last + frame.step()) * 1_000 - 1);
    }
}
