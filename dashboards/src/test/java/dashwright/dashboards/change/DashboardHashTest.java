package dashwright.dashboards.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.dashboards.check.RealBoards;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardHashTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String SENT = """
            {"title": "Sync", "layout_type": "ordered", "tags": ["team:a", "team:b"],
             "template_variables": [{"name": "env", "prefix": "env", "defaults": ["prod"]}],
             "widgets": [
               {"definition": {"type": "group", "layout_type": "ordered", "widgets": [
                 {"definition": {"type": "query_value", "title": "Copied", "precision": 0, "requests": [
                   {"response_format": "scalar", "formulas": [{"formula": "a"}], "queries": [
                     {"data_source": "metrics", "name": "a", "query": "sum:m{*}.as_count()", "aggregator": "sum"}]}]}}]}},
               {"definition": {"type": "note", "content": "Read this"}}]}""";

    private static final String READ_BACK = """
            {"id": "abc-def-ghi", "url": "/dashboard/abc-def-ghi/sync", "author_handle": "a@b.c", "author_name": "A",
             "created_at": "2026-11-01T00:00:00Z", "modified_at": "2026-11-02T00:00:00Z", "description": null,
             "notify_list": [], "restricted_roles": [], "is_read_only": false, "reflow_type": "auto",
             "template_variable_presets": [], "tags": ["team:b", "team:a"],
             "template_variables": [{"available_values": [], "default": "prod", "defaults": ["prod"], "name": "env",
               "prefix": "env"}],
             "widgets": [
               {"id": 11, "definition": {"layout_type": "ordered", "type": "group", "widgets": [
                 {"id": 12, "definition": {"requests": [
                   {"queries": [
                     {"aggregator": "sum", "query": "sum:m{*}.as_count()", "name": "a", "data_source": "metrics"}],
                    "formulas": [{"formula": "a"}], "conditional_formats": [], "response_format": "scalar"}],
                  "precision": 0.0, "time": {}, "title": "Copied", "type": "query_value", "custom_links": []}}]}},
               {"id": 13, "definition": {"content": "Read this", "type": "note"}}],
             "title": "Sync", "layout_type": "ordered"}""";

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static String hash(String text) {
        return DashboardHash.of(json(text));
    }

    @Test
    void isTheSameForWhatWasSentAndWhatDatadogAnswers() {
        assertThat(CanonicalJson.text(json(READ_BACK))).isEqualTo(CanonicalJson.text(json(SENT)));
        assertThat(hash(READ_BACK)).isEqualTo(hash(SENT)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Copied               | Copied files",
                "'sum:m{*}'           | 'avg:m{*}'",
                "\"precision\": 0     | \"precision\": 1",
                "\"precision\": 0,    | ''",
                "Read this            | Read that",
                "[\"prod\"]           | [\"dev\"]",
                "team:b               | team:c",
                "\"title\": \"Sync\"  | \"title\": \"Synch\"",
                "\"title\": \"Copied\" | \"title\": \"\"",
                "ordered\", \"tags    | free\", \"tags",
                "\"aggregator\": \"sum\" | \"aggregator\": \"last\""
            })
    void changesWithAnyChangeThatShows(String from, String to) {
        assertThat(SENT).contains(from);
        assertThat(hash(SENT.replace(from, to))).isNotEqualTo(hash(SENT));
    }

    @Test
    void changesWhenWidgetsChangePlaces() {
        JsonNode board = json(SENT);
        ArrayNode widgets = (ArrayNode) board.path("widgets");
        widgets.add(widgets.remove(0));

        assertThat(DashboardHash.of(board)).isNotEqualTo(hash(SENT));
    }

    @Test
    void writesEqualNumbersInOneWay() {
        assertThat(hash("{\"a\": [1000, 0.5, -0.0, 7]}")).isEqualTo(hash("{\"a\": [1e3, 5E-1, 0, 7.00]}"));
        assertThat(hash("{\"a\": 9007199254740993}")).isNotEqualTo(hash("{\"a\": 9007199254740992}"));
        assertThat(hash("{\"a\": \"1\"}")).isNotEqualTo(hash("{\"a\": 1}"));
    }

    @Test
    void keepsNullsOfAVegaSpecificationWhereTheyMeanSomething() {
        String board = """
                {"widgets": [{"definition": {"type": "wildcard", "requests": [], "specification":
                  {"type": "vega-lite", "contents": {"encoding": {"color": {"legend": null}}, "layer": []}}}}]}""";

        assertThat(CanonicalJson.text(json(board)))
                .contains("\"contents\":{\"encoding\":{\"color\":{\"legend\":null}},\"layer\":[]}")
                .doesNotContain("requests");
    }

    @Test
    void comparesTabsByThePlacesOfTheirWidgets() {
        String board = """
                {"widgets": [{"id": %1$d, "definition": {}}, {"id": %2$d, "definition": {}}],
                 "tabs": [{"id": "%3$s", "name": "A", "widget_ids": [%4$d]}]}""";
        String created = board.formatted(1, 2, "u", 2);

        assertThat(hash(board.formatted(71, 72, "v", 72))).isEqualTo(hash(created));
        assertThat(hash(created.replace("[2]", "[\"@2\"]"))).isEqualTo(hash(created));
        assertThat(hash(board.formatted(1, 2, "u", 1))).isNotEqualTo(hash(created));
    }

    @Test
    void doesNotChangeWhatItIsGiven() {
        JsonNode board = json(READ_BACK);
        DashboardHash.of(board);

        assertThat(board).isEqualTo(json(READ_BACK));
    }

    @Test
    void takesAnyTreeButNotAnEndlessOne() {
        JsonNode deep = JsonNodeFactory.instance.nullNode();
        for (int level = 0; level < 100_000; level++) {
            deep = JsonNodeFactory.instance.arrayNode().add(deep);
        }
        JsonNode tooDeep = deep;

        assertThat(hash("[1, {\"b\": 1, \"a\": \"x\"}, null]"))
                .isEqualTo(hash("[1.0, {\"a\": \"x\", \"b\": 1}, null]"));
        assertThat(hash("{\"widgets\": 5, \"tags\": {}, \"tabs\": [1], \"template_variables\": [null]}"))
                .hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DashboardHash.of(tooDeep))
                .withMessageContaining("nested more than 1000 levels");
    }

    @Test
    void isStableAndTellsAllRealBoardsApart() throws IOException {
        Set<String> hashes = new HashSet<>();
        RealBoards.all().forEach((file, board) -> {
            JsonNode canonical = CanonicalJson.of(board);
            assertThat(CanonicalJson.text(canonical)).as(file).isEqualTo(canonical.toString());
            assertThat(DashboardHash.of(json(canonical.toPrettyString())))
                    .as(file)
                    .isEqualTo(DashboardHash.of(board));
            hashes.add(DashboardHash.of(board));
        });

        assertThat(hashes).hasSize(RealBoards.all().size());
    }
}
