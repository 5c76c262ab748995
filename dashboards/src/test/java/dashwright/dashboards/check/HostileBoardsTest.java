package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A board comes from anywhere: whatever it holds is reported, nothing is thrown. */
class HostileBoardsTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MUTANTS = 250;

    private final DashboardCheck check = new DashboardCheck();

    private CheckReport checkAll(JsonNode board) {
        return check.checkLive(board, Metrics.CATALOG, Metrics.SEARCH, new Answers(), Metrics.NOW);
    }

    private static ObjectNode richBoard() {
        ObjectNode board = Boards.of(
                "{type: 'group', title: 'A', layout_type: 'ordered', widgets: [{id: 1, layout: {x: 0, y: 0, width: 4, "
                        + "height: 2}, definition: "
                        + Boards.number("Files", "sum:task.complete{$env}.as_count()", "sum")
                        + "}]}",
                Boards.chart("Failed", "top(sum:task.failed{env:$env.value} by {task}.as_count(), 10, 'mean', 'desc')"),
                "{type: 'hostmap', requests: {fill: {q: 'avg:files.size{*} by {host}'}}}",
                "{type: 'wildcard', requests: [{q: 'avg:files.size{*}'}], specification: {type: 'vega', contents: {}}}",
                "{type: 'timeseries', time: {live_span: '1h'}, markers: [{value: 'y = 5'}], requests: [{queries: "
                        + "[{data_source: 'spans', name: 'a', search: {query: 'service:worker'}, compute: {aggregation: "
                        + "'count'}}], formulas: [{formula: 'a * 2', conditional_formats: [{comparator: '<', value: 5, "
                        + "palette: 'white_on_red'}]}]}]}");
        board.setAll(
                Boards.json(
                        "{tags: ['team:a'], default_timeframe: {type: 'live', unit: 'day', value: 1}, "
                                + "template_variables: [{name: 'env', prefix: 'env', defaults: ['prod'], available_values: ['prod']}]}"));
        return board;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reportsAnyNodeOfTheWrongKind(long seed) {
        Random random = new Random(seed);
        int reported = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            ObjectNode board = richBoard();
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutate(board, random);
            }
            reported += checkAll(board).findings().size();
        }
        assertThat(reported).isGreaterThan(MUTANTS);
    }

    private static void mutate(ObjectNode board, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(board, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode wrong = wrong(random);
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            object.set(keys.get(random.nextInt(keys.size())), wrong);
        } else if (container instanceof ArrayNode array) {
            array.insert(0, wrong);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode wrong(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(Long.MAX_VALUE);
            case 3 -> NODES.numberNode(Double.NaN);
            case 4 -> NODES.textNode("$env.value {*} '\u0000\n");
            case 5 -> NODES.textNode("x".repeat(50_000));
            case 6 -> NODES.booleanNode(true);
            case 7 -> NODES.arrayNode().add(NODES.nullNode()).add(3);
            case 8 -> richBoard();
            default -> NODES.objectNode();
        };
    }

    @Test
    void boundsWhatItQuotes() {
        String long1 = "x".repeat(100_000);
        CheckReport report = checkAll(Boards.of(Boards.chart(long1, "avg:" + "m".repeat(15_000) + "{*} by {h}")));

        assertThat(report.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.title()).hasSizeLessThan(200);
            assertThat(finding.message()).hasSizeLessThan(1_000).doesNotContain("\n");
            assertThat(finding.fix()).hasSizeLessThan(1_000);
        });
        assertThat(report.receipts().getFirst().title()).hasSizeLessThan(300);
        assertThat(report.receipts().getFirst().tried().getFirst().query()).hasSizeLessThan(1_000);
    }

    @Test
    void stopsAtABoardThatIsDeeperThanAny() {
        JsonNode deep = NODES.nullNode();
        for (int level = 0; level < 200_000; level++) {
            deep = NODES.objectNode().set("widgets", NODES.arrayNode().add(deep));
        }

        assertThat(Boards.codes(checkAll(deep))).containsExactly("board-too-deep");
        assertThat(Boards.codes(check.checkForm(deep))).containsExactly("board-too-deep");
    }

    @Test
    void readsGroupsWithinGroupsOnlyAsFarAsNeeded() {
        String group = "{type: 'group', layout_type: 'ordered', widgets: [%s]}";
        String nested = group.formatted("");
        for (int level = 0; level < 30; level++) {
            nested = group.formatted("{definition: " + nested + "}");
        }

        assertThat(Boards.codes(checkAll(Boards.of(nested)))).containsOnly("group-in-group");
    }

    @Test
    void takesWhatIsNoBoardAtAll() {
        assertThat(Boards.codes(checkAll(NODES.arrayNode()))).containsExactly("board-malformed");
        assertThat(Boards.codes(checkAll(NODES.missingNode()))).containsExactly("board-malformed");
        assertThat(Boards.codes(checkAll(NODES.textNode("x")))).containsExactly("board-malformed");
    }
}
