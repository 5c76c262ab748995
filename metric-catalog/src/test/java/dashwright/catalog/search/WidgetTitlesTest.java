package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.catalog.CatalogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Measures the search on the widgets of other people's dashboards: the words above a graph should bring up the metrics
 * that its author queried. The least figures are those of a plain BM25 ranking over the same fields.
 */
class WidgetTitlesTest {
    private static final Path DATA =
            Path.of(System.getProperty("dashwright.root", "."), "..", "shared", "data", "retrieval");
    private static final int FIRST = 10;

    private static List<Case> cases = List.of();

    /** One widget and what the search made of its title. */
    private record Case(String product, Set<String> gold, SearchResult result) {
        double recall() {
            long found = result.metrics().stream()
                    .filter(match -> gold.contains(match.metric().name()))
                    .count();
            return (double) found / gold.size();
        }

        double hit() {
            return !result.metrics().isEmpty()
                            && gold.contains(
                                    result.metrics().getFirst().metric().name())
                    ? 1
                    : 0;
        }
    }

    @BeforeAll
    static void searchEveryTitle() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "skipped: the measuring data are not beside the project");
        ObjectMapper json = new ObjectMapper();
        CatalogIndex index =
                CatalogIndex.of(CatalogFile.read(DATA.resolve("catalog.jsonl")).catalog());
        List<Case> searched = new ArrayList<>();
        for (String line : Files.readAllLines(DATA.resolve("cases.jsonl"))) {
            JsonNode widget = json.readTree(line);
            String text = String.join(
                    " – ",
                    widget.path("dashboard").asText(),
                    widget.path("group").asText(),
                    widget.path("title").asText());
            Set<String> gold = new HashSet<>();
            widget.path("gold").forEach(name -> gold.add(name.asText()));
            searched.add(new Case(widget.path("integration").asText(), gold, index.search(text, FIRST)));
        }
        cases = searched;
    }

    @Test
    void findsMoreThanPlainRanking(TestReporter reporter) {
        double recall = mean(cases, Case::recall);
        double hit = mean(cases, Case::hit);
        double recallByProduct = meanByProduct(Case::recall);
        double hitByProduct = meanByProduct(Case::hit);
        reporter.publishEntry(Map.of(
                "recall@10 of cases", "" + recall,
                "hit@1 of cases", "" + hit,
                "recall@10 of products", "" + recallByProduct,
                "hit@1 of products", "" + hitByProduct));

        assertThat(recall).isGreaterThan(0.87);
        assertThat(hit).isGreaterThan(0.57);
        assertThat(recallByProduct).isGreaterThan(0.90);
        assertThat(hitByProduct).isGreaterThan(0.64);
    }

    @Test
    void answersNearlyEveryTitleOfAProductThatIsThere() {
        assertThat(mean(cases, found -> found.result().answered() ? 1 : 0)).isGreaterThan(0.95);
    }

    private interface Measure {
        double of(Case found);
    }

    private static double mean(List<Case> some, Measure measure) {
        return some.stream().mapToDouble(measure::of).average().orElseThrow();
    }

    private static double meanByProduct(Measure measure) {
        Map<String, List<Case>> products =
                cases.stream().collect(Collectors.groupingBy(Case::product, LinkedHashMap::new, Collectors.toList()));
        return products.values().stream()
                .mapToDouble(some -> mean(some, measure))
                .average()
                .orElseThrow();
    }
}
