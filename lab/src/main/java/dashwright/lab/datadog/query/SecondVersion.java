package dashwright.lab.datadog.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.engine.Frame;
import dashwright.lab.datadog.engine.Line;
import dashwright.lab.datadog.engine.Units;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.query.FormulaRequest.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code POST /api/v2/query/timeseries} and {@code /scalar}: milliseconds, named queries, formulas. */
public final class SecondVersion {
    private final Queries queries;
    private final FormulaRequestReader reader;

    /** Answers with these queries. */
    public SecondVersion(Queries queries) {
        this.queries = queries;
        this.reader = new FormulaRequestReader(queries);
    }

    /**
     * The lines that a {@code timeseries_request} asks for.
     *
     * @throws dashwright.lab.datadog.http.Refusal where the request is not as it must be
     */
    public ObjectNode timeseries(JsonNode body) {
        FormulaRequest request = reader.read(body, "timeseries_request", false);
        List<Frame> frames = new ArrayList<>();
        for (Formula formula : request.formulas()) {
            Frame frame = queries.lines(formula.expression(), request.queries(), request.window());
            frames.add(formula.limited(frame, "mean"));
        }
        return response("timeseries_response", overTime(frames));
    }

    private static ObjectNode overTime(List<Frame> frames) {
        TreeMap<Long, Integer> places = new TreeMap<>();
        frames.forEach(frame -> {
            for (long time : frame.times()) {
                places.put(time, 0);
            }
        });
        int place = 0;
        for (Map.Entry<Long, Integer> entry : places.entrySet()) {
            entry.setValue(place++);
        }
        ObjectNode attributes = Json.object();
        ArrayNode series = attributes.putArray("series");
        ArrayNode times = attributes.putArray("times");
        places.keySet().forEach(time -> times.add(time * 1_000));
        ArrayNode values = attributes.putArray("values");
        for (int i = 0; i < frames.size(); i++) {
            for (Line line : frames.get(i).lines()) {
                series.add(series(i, frames.get(i), line));
                values.add(values(frames.get(i), line, places));
            }
        }
        return attributes;
    }

    private static ObjectNode series(int index, Frame frame, Line line) {
        ObjectNode node = Json.object();
        node.set(
                "group_tags",
                Json.texts(line.group().entrySet().stream()
                        .map(tag -> tag.getKey() + ":" + tag.getValue())
                        .toList()));
        node.put("query_index", index);
        node.set("unit", Units.json(frame.unit()));
        return node;
    }

    private static ArrayNode values(Frame frame, Line line, Map<Long, Integer> places) {
        double[] all = new double[places.size()];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < frame.times().length; i++) {
            all[places.getOrDefault(frame.times()[i], 0)] = line.values()[i];
        }
        ArrayNode values = Json.array();
        for (double value : all) {
            values.add(Json.number(value));
        }
        return values;
    }

    /**
     * The numbers that a {@code scalar_request} asks for.
     *
     * @throws dashwright.lab.datadog.http.Refusal where the request is not as it must be
     */
    public ObjectNode scalar(JsonNode body) {
        FormulaRequest request = reader.read(body, "scalar_request", true);
        List<Frame> frames = new ArrayList<>();
        for (Formula formula : request.formulas()) {
            Frame frame = queries.numbers(formula.expression(), request.queries(), request.window());
            frames.add(formula.limited(frame, "last"));
        }
        ObjectNode attributes = Json.object();
        attributes.set("columns", columns(request.formulas(), frames));
        return response("scalar_response", attributes);
    }

    /** Rows are the groups of all formulas together, in the order in which they come up. */
    private static ArrayNode columns(List<Formula> formulas, List<Frame> frames) {
        Set<Map<String, String>> rows = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        frames.forEach(frame -> frame.lines().forEach(line -> {
            rows.add(line.group());
            keys.addAll(line.group().keySet());
        }));
        ArrayNode columns = Json.array();
        for (String key : keys) {
            ObjectNode column = columns.addObject().put("name", key).put("type", "group");
            ArrayNode values = column.putArray("values");
            rows.forEach(row -> values.add(Json.array().add(row.getOrDefault(key, ""))));
        }
        for (int i = 0; i < frames.size(); i++) {
            columns.add(number(formulas.get(i).text(), frames.get(i), rows));
        }
        return columns;
    }

    private static ObjectNode number(String name, Frame frame, Set<Map<String, String>> rows) {
        Map<Map<String, String>, Double> byGroup = new HashMap<>();
        frame.lines().forEach(line -> byGroup.put(line.group(), line.values()[0]));
        ObjectNode column = Json.object().put("name", name).put("type", "number");
        ArrayNode values = column.putArray("values");
        rows.forEach(row -> values.add(Json.number(byGroup.getOrDefault(row, Double.NaN))));
        column.putObject("meta").set("unit", Units.json(frame.unit()));
        return column;
    }

    private static ObjectNode response(String type, ObjectNode attributes) {
        ObjectNode data = Json.object().put("id", "0").put("type", type);
        data.set("attributes", attributes);
        return Json.object().set("data", data);
    }
}
