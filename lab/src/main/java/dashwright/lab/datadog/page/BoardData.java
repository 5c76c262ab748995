package dashwright.lab.datadog.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.lab.datadog.engine.QueryRefused;
import dashwright.lab.datadog.engine.UnitPair;
import dashwright.lab.datadog.engine.Units;
import dashwright.lab.datadog.http.Json;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.metrics.MetricStore;
import dashwright.lab.datadog.query.SecondVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a page needs to draw a board: the board, and for each widget what its queries answer now. */
final class BoardData {
    private static final Duration USUAL_SPAN = Duration.ofHours(4);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);
    private static final Set<String> OVER_TIME = Set.of("timeseries", "heatmap", "distribution");
    private static final Set<String> AS_NUMBERS = Set.of(
            "query_value",
            "toplist",
            "query_table",
            "sunburst",
            "treemap",
            "change",
            "bar_chart",
            "geomap",
            "hostmap",
            "scatterplot");

    private final SecondVersion queries;
    private final MetricStore metrics;
    private final InstantSource clock;

    BoardData(SecondVersion queries, MetricStore metrics, InstantSource clock) {
        this.queries = queries;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A board with its data.
     *
     * @param asked what the reader of the page chose: {@code span}, and {@code var_NAME} for variables
     */
    ObjectNode json(ObjectNode board, Map<String, String> asked) {
        Instant now = clock.instant();
        Duration span = Optional.ofNullable(asked.get("span"))
                .flatMap(TimeSpan::parse)
                .or(() -> TimeSpan.of(board.path("default_timeframe")))
                .orElse(USUAL_SPAN);
        BoardVariables variables = BoardVariables.of(board, asked);
        ObjectNode body = Json.object();
        body.put("now", now.toString()).put("span_seconds", span.toSeconds());
        body.set("board", board);
        body.set("variables", variables.json(board, metrics::valuesOf));
        ObjectNode data = body.putObject("data");
        WidgetRequests requests = new WidgetRequests(variables);
        board.path("widgets").forEach(widget -> add(widget, requests, span, now, data));
        return body;
    }

    private void add(JsonNode widget, WidgetRequests requests, Duration span, Instant now, ObjectNode data) {
        JsonNode definition = widget.path("definition");
        definition.path("widgets").forEach(inner -> add(inner, requests, span, now, data));
        Duration own = TimeSpan.of(definition.path("time")).orElse(span);
        Duration bounded = own.compareTo(LONGEST_SPAN) > 0 ? LONGEST_SPAN : own;
        ObjectNode answer = Json.object();
        answer.put("from", now.minus(bounded).toEpochMilli()).put("to", now.toEpochMilli());
        ArrayNode answers = answer.putArray("answers");
        String type = definition.path("type").asText();
        if (OVER_TIME.contains(type) || AS_NUMBERS.contains(type)) {
            for (JsonNode request : definition.path("requests")) {
                answers.add(answered(request, OVER_TIME.contains(type), requests, now.minus(bounded), now));
            }
            background(definition, requests, now.minus(bounded), now, answer);
        }
        data.set(widget.path("id").asText(), answer);
    }

    /** A big number may have its own course drawn behind it. */
    private void background(JsonNode definition, WidgetRequests requests, Instant from, Instant to, ObjectNode answer) {
        if (definition.path("timeseries_background").isObject()) {
            answer.set("background", answered(definition.path("requests").path(0), true, requests, from, to));
        }
    }

    private ObjectNode answered(JsonNode request, boolean overTime, WidgetRequests requests, Instant from, Instant to) {
        try {
            if (!request.path("q").isTextual() && !request.path("queries").isArray()) {
                return error("The simulated Datadog has no data for this kind of request");
            }
            ObjectNode body = requests.body(request, overTime ? "timeseries" : "scalar", from, to);
            ObjectNode response = overTime ? queries.timeseries(body) : queries.scalar(body);
            ObjectNode answer =
                    Json.object().set("attributes", response.path("data").path("attributes"));
            answer.set("units", ownUnits(request));
            return answer;
        } catch (Refusal refusal) {
            return error(
                    Json.read(refusal.reply().body()).path("errors").path(0).asText());
        } catch (QueryRefused refused) {
            return error(refused.reason());
        } catch (QuerySyntaxException wrong) {
            return error("This query cannot be read: " + wrong.getMessage());
        }
    }

    /** The unit that each formula asks for in the place of the data's own; null where it asks for none. */
    private static ArrayNode ownUnits(JsonNode request) {
        ArrayNode units = Json.array();
        for (JsonNode formula : request.path("formulas")) {
            JsonNode unit = formula.path("number_format").path("unit");
            units.add(Units.json(new UnitPair(
                    unit.path("unit_name").asText(""),
                    unit.path("per_unit_name").asText(""))));
        }
        return units;
    }

    private static ObjectNode error(String message) {
        return Json.object().put("error", message);
    }
}
