package dashwright.dashboards.check;

import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.live.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers queries by a word that they hold, others without data, and keeps what it was asked. */
final class Answers implements QueryRunner {
    final List<QueryRequest> asked = new ArrayList<>();
    private final Map<String, Function<QueryRequest, QueryResult>> answers = new LinkedHashMap<>();
    private int calls;

    /** Each of these values a minute apart, the last one this old. */
    Answers data(String word, Duration age, double... values) {
        return on(word, request -> {
            Instant last = request.range().to().minus(age);
            List<Point> points = new ArrayList<>();
            for (int index = 0; index < values.length; index++) {
                points.add(new Point(last.minusSeconds(60L * (values.length - 1 - index)), values[index]));
            }
            List<Point> kept = request.form() == QueryRequest.Form.SCALAR ? List.of(points.getLast()) : points;
            return new QueryResult.Answered(
                    request.id(), List.of(new Series(0, new TreeMap<>(), Unit.of("file"), kept)));
        });
    }

    /** One number for each value of a tag. */
    Answers parts(String word, String key, double... values) {
        return on(word, request -> {
            List<Series> series = new ArrayList<>();
            for (double value : values) {
                TreeMap<String, String> group = new TreeMap<>(Map.of(key, key + series.size()));
                series.add(new Series(
                        0, group, Unit.NONE, List.of(new Point(request.range().to(), value))));
            }
            return new QueryResult.Answered(request.id(), series);
        });
    }

    Answers refusal(String word) {
        return on(word, request -> new QueryResult.Failed(request.id(), "Error parsing query", true));
    }

    Answers outage(String word) {
        return on(word, request -> new QueryResult.Failed(request.id(), "HTTP 503 from POST /query", false));
    }

    private Answers on(String word, Function<QueryRequest, QueryResult> answer) {
        answers.put(word, answer);
        return this;
    }

    int calls() {
        return calls;
    }

    @Override
    public List<QueryResult> run(List<QueryRequest> requests) {
        calls++;
        asked.addAll(requests);
        return requests.stream().map(this::answer).toList();
    }

    private QueryResult answer(QueryRequest request) {
        String text = request.queries().toString();
        return answers.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().apply(request))
                .orElseGet(() -> new QueryResult.Answered(request.id(), List.of()));
    }
}
