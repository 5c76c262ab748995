package dashwright.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.check.RealBoards;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RealQueriesTest {
    private final Set<String> queries = new TreeSet<>();
    private final Set<String> oldQueries = new TreeSet<>();
    private final Set<String> formulas = new TreeSet<>();

    @Test
    void everyRealQueryIsReadAndWrittenBackToTheSameTree() throws IOException {
        RealBoards.all().values().forEach(this::collect);
        Map<String, String> failures = new TreeMap<>();
        queries.forEach(text -> attempt(text, failures, () -> {
            Expression tree = QueryParser.parseQuery(text);
            assertThat(QueryParser.parseQuery(QueryPrinter.print(tree))).isEqualTo(tree);
        }));
        oldQueries.forEach(text -> attempt(
                text,
                failures,
                () -> QueryParser.parseQueries(text)
                        .forEach(tree -> assertThat(QueryParser.parseQuery(QueryPrinter.print(tree)))
                                .isEqualTo(tree))));
        formulas.forEach(text -> attempt(text, failures, () -> {
            Expression tree = QueryParser.parseFormula(text);
            assertThat(QueryParser.parseFormula(QueryPrinter.print(tree))).isEqualTo(tree);
        }));

        assertThat(queries.size() + oldQueries.size()).isGreaterThan(1_200);
        assertThat(formulas).hasSizeGreaterThan(150);
        assertThat(failures).isEmpty();
    }

    private static void attempt(String text, Map<String, String> failures, Runnable roundTrip) {
        try {
            roundTrip.run();
        } catch (QuerySyntaxException | AssertionError failure) {
            failures.put(text, String.valueOf(failure.getMessage()));
        }
    }

    /** An overlay of events has a {@code q} too, in the language of the event search. */
    private void collect(JsonNode node) {
        if (node.path("q").isTextual()) {
            oldQueries.add(node.path("q").asText());
        }
        if (node.path("data_source").asText().equals("metrics")
                && node.path("query").isTextual()) {
            queries.add(node.path("query").asText());
        }
        if (node.path("formula").isTextual()) {
            formulas.add(node.path("formula").asText());
        }
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("events")) {
                collect(entry.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(this::collect);
        }
    }
}
