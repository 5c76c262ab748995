package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.CatalogIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Boards that work in Datadog must pass; what remains is listed with its reason. */
class RealBoardsTest {
    private static final Map<String, String> TRUE_FAULTS = Map.of(
            "external_secrets__external_secrets_overview.json tag-refused",
                    "it is tagged integration:…, which the API refuses",
            "perimeterx__PerimeterX_Bot_Defender_Dashboard.json layout-missing",
                    "a widget lies at x = -1; the API's least is 0");

    private static final String UNDEFINED_VARIABLES = "ocient__ocient_overview.json variable-unknown";

    private final DashboardCheck check = new DashboardCheck();

    @Test
    void findsNoErrorOfFormWhereThereIsNone() throws IOException {
        List<String> errors = new ArrayList<>();
        RealBoards.all()
                .forEach((file, board) -> check.checkForm(board).findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .forEach(finding -> errors.add(file + " " + finding.code())));

        assertThat(errors).containsExactlyInAnyOrderElementsOf(TRUE_FAULTS.keySet());
    }

    /** Of their metrics only the names are known here, so the catalog may object to nothing. */
    @Test
    void findsNothingWrongWithMetricsOfWhichOnlyTheNameIsKnown() throws IOException {
        Catalog catalog = catalogOf(RealBoards.all().values());
        List<String> findings = new ArrayList<>();
        int receipts = 0;
        CatalogIndex search = CatalogIndex.of(catalog);
        for (Map.Entry<String, JsonNode> board : RealBoards.all().entrySet()) {
            CheckReport report = check.checkLive(board.getValue(), catalog, search, new Answers(), Metrics.NOW);
            receipts += report.receipts().size();
            report.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(finding -> findings.add(board.getKey() + " " + finding.code()));
        }

        assertThat(receipts).isGreaterThan(1_000);
        assertThat(findings)
                .as("one board uses $host and $device, which it does not define")
                .contains(UNDEFINED_VARIABLES)
                .containsAll(TRUE_FAULTS.keySet())
                .hasSize(TRUE_FAULTS.size() + 1);
    }

    private static Catalog catalogOf(Iterable<JsonNode> boards) {
        Map<String, Metric> metrics = new TreeMap<>();
        boards.forEach(board -> BoardReader.read(board).widgets().stream()
                .flatMap(widget -> widget.metrics().stream())
                .forEach(name -> metrics.put(name, Metric.named(name))));
        return Catalog.of(metrics.values().stream().collect(Collectors.toList()), List.of(), Metrics.NOW);
    }
}
