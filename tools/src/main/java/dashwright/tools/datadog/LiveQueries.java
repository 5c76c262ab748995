package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries, many in one call. A call that Datadog refuses is halved until the query at fault stands alone, so that one
 * bad query does not hide the others.
 */
final class LiveQueries {
    private final Door door;

    LiveQueries(Door door) {
        this.door = door;
    }

    List<QueryResult> run(List<QueryRequest> requests) {
        Run run = new Run(door.deadline());
        List<QueryBatch.Entry> entries = new ArrayList<>();
        for (int index = 0; index < requests.size(); index++) {
            QueryRequest request = requests.get(index);
            String problem = problemOf(request);
            if (problem == null) {
                entries.add(new QueryBatch.Entry(index, request));
            } else {
                run.results.put(index, failed(request, problem, true));
            }
        }
        QueryBatch.of(entries).forEach(run::ask);
        return IntStream.range(0, requests.size()).mapToObj(run::result).toList();
    }

    /** What is wrong with a request before it is sent, null for nothing. */
    private static @Nullable String problemOf(QueryRequest request) {
        if (request.queries().isEmpty()) {
            return "There is no query in it; add one";
        }
        boolean lacksAggregator = request.form() == Form.SCALAR
                && request.queries().stream()
                        .anyMatch(query -> query.path("data_source").asText().equals("metrics")
                                && query.path("aggregator").asText("").isEmpty());
        return lacksAggregator
                ? "A single number needs an aggregator over time; add aggregator: avg, sum, min, max, last or percentile"
                : null;
    }

    /** One undertaking: all its calls share a deadline. */
    private final class Run {
        private final Deadline deadline;
        private final Map<Integer, QueryResult> results = new HashMap<>();

        Run(Deadline deadline) {
            this.deadline = deadline;
        }

        QueryResult result(int index) {
            QueryResult result = results.get(index);
            if (result == null) {
                throw new IllegalStateException("no result for request " + index);
            }
            return result;
        }

        void ask(QueryBatch batch) {
            try {
                answer(batch, seriesOf(batch));
            } catch (DatadogException failure) {
                if (!batch.isSingle() && isPerhapsOneQuerysFault(failure)) {
                    batch.halves().forEach(this::ask);
                } else {
                    boolean refused = failure instanceof DatadogException.Refused;
                    batch.entries().forEach(entry -> fail(entry, failure, refused));
                }
            }
        }

        private void fail(QueryBatch.Entry entry, DatadogException failure, boolean refused) {
            String message = failure.getMessage() == null ? "Datadog did not answer" : failure.getMessage();
            results.put(entry.index(), failed(entry.request(), message, refused));
        }

        private List<Series> seriesOf(QueryBatch batch) {
            Call call = batch.call();
            JsonNode answer = door.read(call, deadline);
            String words = UpstreamWords.inAnswer(answer);
            if (!words.isEmpty()) {
                throw new DatadogException.Refused(call + " answered with an error: " + words, 200, words);
            }
            try {
                return batch.form() == Form.SCALAR
                        ? QueryAnswers.scalar(answer, formulaTexts(call), batch.range())
                        : QueryAnswers.timeseries(answer, formulaTexts(call).size());
            } catch (QueryAnswers.FormException otherForm) {
                throw door.unexpected(call, String.valueOf(otherForm.getMessage()));
            }
        }

        private void answer(QueryBatch batch, List<Series> all) {
            int first = 0;
            for (QueryBatch.Entry entry : batch.entries()) {
                int offset = first;
                int next = first + entry.formulaCount();
                List<Series> own = all.stream()
                        .filter(line -> line.formula() >= offset && line.formula() < next)
                        .map(line -> new Series(line.formula() - offset, line.group(), line.unit(), line.points()))
                        .toList();
                results.put(
                        entry.index(), new QueryResult.Answered(entry.request().id(), own));
                first = next;
            }
        }
    }

    private static boolean isPerhapsOneQuerysFault(DatadogException failure) {
        return failure instanceof DatadogException.Refused || failure instanceof DatadogException.Unreadable;
    }

    /** The formulas that were sent, or the queries' names where there were none. */
    private static List<String> formulaTexts(Call call) {
        JsonNode body = call.body() == null ? Json.object() : call.body();
        JsonNode attributes = body.path("data").path("attributes");
        List<String> texts = new ArrayList<>();
        attributes
                .path("formulas")
                .forEach(formula -> texts.add(formula.path("formula").asText()));
        if (texts.isEmpty()) {
            attributes
                    .path("queries")
                    .forEach(query -> texts.add(query.path("name").asText()));
        }
        return texts;
    }

    private static QueryResult.Failed failed(QueryRequest request, String why, boolean refused) {
        String reason = "The query " + inWords(request) + " from "
                + request.range().from() + " to " + request.range().to() + " did not run. " + why;
        return new QueryResult.Failed(request.id(), reason, refused);
    }

    private static String inWords(QueryRequest request) {
        List<String> texts = new ArrayList<>();
        for (ObjectNode query : request.queries()) {
            String text = query.path("query").asText("");
            texts.add(text.isEmpty() ? query.path("search").path("query").asText("") : text);
        }
        return ForeignText.clean(String.join("; ", texts), 400);
    }
}
