package dashwright.evals.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dashwright.lab.Lab;
import dashwright.lab.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The simulated Datadog as somebody sees it who has the keys: what stands there, and what the bot sent.
 *
 * @param lab what it belongs to
 */
record Datadog(Lab lab) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOARDS = "/api/v1/dashboard";

    /** The boards that the bot has sent, as it sent them; those too that were refused. */
    List<JsonNode> boardsSent() {
        return received("POST", BOARDS).map(entry -> json(entry.body())).toList();
    }

    /** Everything that would change something in Datadog: all but readings. */
    List<Received> writes() {
        Set<String> readings = Set.of("/api/v2/query/timeseries", "/api/v2/query/scalar");
        return lab.journal().entries().stream()
                .filter(entry ->
                        entry.service().equals("datadog") && !entry.method().equals("GET"))
                .filter(entry -> !readings.contains(path(entry)) && !path(entry).startsWith("/api/v2/spans/"))
                .toList();
    }

    /** The metric queries that the bot has run, each once. */
    Set<String> queriesRun() {
        Set<String> queries = new TreeSet<>();
        Stream.concat(received("POST", "/api/v2/query/scalar"), received("POST", "/api/v2/query/timeseries"))
                .filter(entry -> entry.status() == 200)
                .flatMap(entry -> json(entry.body()).findValues("queries").stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .forEach(query -> queries.add(query.path("query").asText()));
        return queries;
    }

    /** The boards that stand there and have this in their description. */
    List<JsonNode> boardsWith(String marker) {
        return StreamSupport.stream(get(BOARDS).path("dashboards").spliterator(), false)
                .filter(board -> board.path("description").asText().contains(marker))
                .toList();
    }

    /** A board as it stands there. */
    JsonNode board(String id) {
        return get(BOARDS + "/" + id);
    }

    private Stream<Received> received(String method, String path) {
        return lab.journal().entries().stream()
                .filter(entry -> entry.service().equals("datadog"))
                .filter(entry -> entry.method().equals(method) && path(entry).equals(path));
    }

    private static String path(Received entry) {
        return entry.path().split("\\?", 2)[0];
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(lab.datadog().url() + path))
                .header("DD-API-KEY", "of-the-test")
                .header("DD-APPLICATION-KEY", "of-the-test")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return json(response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
