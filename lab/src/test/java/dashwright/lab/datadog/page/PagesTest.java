package dashwright.lab.datadog.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.DatadogLab;
import dashwright.lab.datadog.LabClient;
import dashwright.lab.datadog.TestWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final String BOARD = """
            {"id": "abc-def-ghi", "title": "Board", "layout_type": "ordered",
             "template_variables": [{"name": "env", "prefix": "env", "defaults": ["prod"]},
                                    {"name": "host", "prefix": "host", "default": "*"}],
             "default_timeframe": {"type": "live", "value": 2, "unit": "hour"},
             "widgets": [
              {"id": 1, "definition": {"type": "group", "layout_type": "ordered", "widgets": [
                {"id": 2, "definition": {"type": "query_value", "timeseries_background": {"type": "bars"},
                  "requests": [{"response_format": "scalar", "formulas": [{"formula": "a",
                      "number_format": {"unit": {"type": "canonical_unit", "unit_name": "second"}}}],
                    "queries": [{"data_source": "metrics", "name": "a", "aggregator": "last",
                      "query": "sum:queue.size{$env,$host}"}]}]}}]}},
              {"id": 3, "definition": {"type": "timeseries", "time": {"live_span": "15m"},
                "requests": [{"q": "sum:queue.size{env:$env.value},avg:no.such.metric{*}"}]}},
              {"id": 4, "definition": {"type": "timeseries", "requests": [{"q": "p95:queue.size{*}"}]}},
              {"id": 5, "definition": {"type": "toplist", "requests": [{"response_format": "scalar",
                "queries": [{"data_source": "spans", "name": "a", "search": {"query": "$env service:worker"},
                  "compute": {"aggregation": "count"}, "group_by": [{"facet": "resource_name"}]}]}]}},
              {"id": 6, "definition": {"type": "toplist", "requests": [{"log_query": {}}]}},
              {"id": 7, "definition": {"type": "timeseries", "requests": [{"q": "avg:m"}]}},
              {"id": 8, "definition": {"type": "note", "content": "hello"}}]}
            """;

    private final DatadogLab lab =
            DatadogLab.start(DatadogLab.Options.of(new TestWorld().withDashboard(BOARD), TestWorld.standingClock()));
    private final LabClient client = LabClient.withoutKeys(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    private JsonNode page(String query) {
        return client.get("/lab/board/abc-def-ghi/data" + query).json();
    }

    private static double number(JsonNode page) {
        return answer(page, 2)
                .path("attributes")
                .path("columns")
                .path(0)
                .path("values")
                .path(0)
                .asDouble(Double.NaN);
    }

    private static JsonNode answer(JsonNode page, int widget) {
        return page.path("data").path(Integer.toString(widget)).path("answers").path(0);
    }

    @Test
    void fillsTemplateVariablesWithTheirDefaultsAndWithWhatIsChosen() {
        assertThat(number(page(""))).isEqualTo(40);
        assertThat(number(page("?var_env=staging"))).isEqualTo(100);
        assertThat(number(page("?var_env=*"))).isEqualTo(140);
        assertThat(number(page("?var_env=*&var_host=b"))).isEqualTo(30);
        JsonNode variable = page("?var_env=staging").path("variables").path(0);
        assertThat(variable.path("value").asText()).isEqualTo("staging");
        assertThat(variable.path("values").toString()).isEqualTo("[\"*\",\"prod\",\"staging\"]");
    }

    @Test
    void looksBackAsFarAsTheReaderTheWidgetOrTheBoardSays() {
        JsonNode usual = page("").path("data");
        assertThat(usual.path("2").path("to").asLong()
                        - usual.path("2").path("from").asLong())
                .isEqualTo(7_200_000);
        assertThat(usual.path("3").path("to").asLong()
                        - usual.path("3").path("from").asLong())
                .isEqualTo(900_000);
        JsonNode chosen = page("?span=1d");
        assertThat(chosen.path("span_seconds").asLong()).isEqualTo(86_400);
        assertThat(page("?span=forever").path("span_seconds").asLong()).isEqualTo(7_200);
    }

    @Test
    void answersOldAndNewRequestsAndSpans() {
        JsonNode page = page("");
        JsonNode lines = answer(page, 3).path("attributes");
        assertThat(lines.path("series")).hasSize(1);
        assertThat(lines.path("values").path(0).path(0).asDouble()).isEqualTo(40);
        JsonNode spans = answer(page, 5).path("attributes").path("columns");
        assertThat(spans.path(0).path("values").path(0).path(0).asText()).isEqualTo("tasks.copy");
        assertThat(spans.path(1).path("values").path(0).asDouble()).isEqualTo(1_200);
    }

    @Test
    void sendsTheCourseBehindANumberAndTheUnitThatAFormulaAsksFor() {
        JsonNode page = page("");
        assertThat(page.path("data")
                        .path("2")
                        .path("background")
                        .path("attributes")
                        .path("series"))
                .hasSize(1);
        assertThat(answer(page, 2).path("units").path(0).path(0).path("name").asText())
                .isEqualTo("second");
    }

    @ParameterizedTest
    @CsvSource({
        "4,percentile aggregation p95 is not available",
        "6,no data for this kind of request",
        "7,This query cannot be read"
    })
    void saysWhyAWidgetHasNoData(int widget, String why) {
        assertThat(answer(page(""), widget).path("error").asText()).contains(why);
    }

    @Test
    void servesPagesThatRunNoScriptsButTheirOwn() {
        LabClient.Answer page = client.get("/dashboard/abc-def-ghi/board");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'self'");
        assertThat(client.get("/dashboard/abc-def-ghi").body()).contains("/lab/page/board.js");
        assertThat(client.get("/dashboard").body()).contains("/lab/page/index.js");
        assertThat(client.get("/dashboard/no-such-one").status()).isEqualTo(404);
        assertThat(client.get("/dashboard/no-such-one").body()).contains("no such dashboard");
        assertThat(client.get("/lab/board/no-such-one/data").status()).isEqualTo(404);
        assertThat(client.get("/").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "board.js",
                "widgets.js",
                "charts.js",
                "shapes.js",
                "axes.js",
                "format.js",
                "colors.js",
                "markdown.js",
                "series.js",
                "hover.js",
                "dom.js",
                "index.js",
                "style.css"
            })
    void servesWhatThePagesLoad(String file) {
        LabClient.Answer answer = client.get("/lab/page/" + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith(file.endsWith("css") ? "text/css" : "text/javascript");
        String body = answer.body().replace("http://www.w3.org/2000/svg", "");
        assertThat(body).doesNotContain("http://").doesNotContain("innerHTML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2FResources.class", "Resources.class", "nothing.js"})
    void servesNothingElse(String file) {
        assertThat(client.get("/lab/page/" + file).status()).isEqualTo(404);
    }

    @Test
    void listsBoardsForTheIndex() {
        JsonNode boards = client.get("/lab/boards").json().path("boards");
        assertThat(boards).hasSize(1);
        assertThat(boards.path(0).path("url").asText()).isEqualTo("/dashboard/abc-def-ghi/board");
        assertThat(boards.path(0).path("widgets").asInt()).isEqualTo(7);
    }
}
