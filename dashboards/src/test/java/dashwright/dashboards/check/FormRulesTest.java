package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule one board with the fault, which is found, and one without, in which nothing at all is found. */
class FormRulesTest {
    private static final String CHART = Boards.chart("Files", "sum:m{*}.as_count()");

    private final DashboardCheck check = new DashboardCheck();

    @ParameterizedTest
    @MethodSource({"boards", "layouts"})
    void findsTheFaultOfABoard(Code code, String faulty, String good) {
        assertThat(Boards.codes(check.checkForm(Boards.json(faulty)))).containsOnly(code.id());
        assertThat(check.checkForm(Boards.json(good)).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"types", "requests", "queries", "formulas", "decorations"})
    void findsTheFaultOfAWidget(Code code, String faulty, String good) {
        CheckReport report = check.checkForm(Boards.of(CHART, faulty));

        assertThat(Boards.codes(report)).containsOnly(code.id());
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.widget()).startsWith("widgets[1]");
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.fix()).isNotBlank();
        });
        assertThat(check.checkForm(Boards.of(CHART, good)).findings()).isEmpty();
    }

    static Stream<Arguments> boards() {
        String board = "{title: 'Sync', layout_type: 'ordered', widgets: []%s}";
        String good = board.formatted("");
        return Stream.of(
                arguments(Code.BOARD_MALFORMED, "{title: ' ', layout_type: 'ordered', widgets: []}", good),
                arguments(Code.BOARD_MALFORMED, "{title: 'Sync', layout_type: 'ordered'}", good),
                arguments(Code.BOARD_MALFORMED, "{title: 'Sync', layout_type: 'ordered', widgets: {}}", good),
                arguments(Code.BOARD_MALFORMED, "{title: 'Sync', layout_type: 'grid', widgets: []}", good),
                arguments(Code.BOARD_MALFORMED, "{title: 'Sync', widgets: []}", good),
                arguments(
                        Code.FIELD_REFUSED,
                        board.formatted(", reflow_type: 'flow'"),
                        board.formatted(", reflow_type: 'auto'")),
                arguments(
                        Code.TIME_UNKNOWN,
                        board.formatted(", default_timeframe: {type: 'live', unit: 'eon', value: 1}"),
                        board.formatted(", default_timeframe: {type: 'live', unit: 'week', value: 1}")),
                arguments(
                        Code.TAG_REFUSED,
                        board.formatted(", tags: ['integration:s3']"),
                        board.formatted(", tags: ['team:storage']")),
                arguments(
                        Code.TAG_REFUSED,
                        board.formatted(", tags: ['team:a', 'team:b', 'team:c', 'team:d', 'team:e', 'team:f']"),
                        board.formatted(", tags: ['team:a', 'team:b', 'team:c', 'team:d', 'team:e']")),
                arguments(Code.TAG_REFUSED, board.formatted(", tags: 'team:a'"), board.formatted(", tags: []")),
                arguments(
                        Code.VARIABLE_MALFORMED,
                        board.formatted(", template_variables: [{prefix: 'env'}]"),
                        board.formatted(", template_variables: [{name: 'env', prefix: 'env'}]")),
                arguments(
                        Code.VARIABLE_MALFORMED,
                        board.formatted(", template_variables: [{name: 'env', defaults: 'prod'}]"),
                        board.formatted(", template_variables: [{name: 'env', defaults: ['prod']}]")),
                arguments(
                        Code.VARIABLE_MALFORMED,
                        board.formatted(", template_variables: [{name: 'env', default: '*', defaults: ['prod']}]"),
                        board.formatted(", template_variables: [{name: 'env', default: 'prod', defaults: ['prod']}]")),
                arguments(
                        Code.VARIABLE_TWICE,
                        board.formatted(", template_variables: [{name: 'env'}, {name: 'env'}]"),
                        board.formatted(", template_variables: [{name: 'env'}, {name: 'host'}]")));
    }

    static Stream<Arguments> layouts() {
        String good = fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: 6, y: 0, width: 6, height: 2}");
        return Stream.of(
                arguments(
                        Code.LAYOUT_OVERLAP,
                        fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: 5, y: 1, width: 6, height: 2}"),
                        good),
                arguments(
                        Code.LAYOUT_OUTSIDE,
                        fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: 7, y: 0, width: 6, height: 2}"),
                        good),
                arguments(
                        Code.LAYOUT_OUTSIDE,
                        fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: 6, y: 0, width: 0, height: 2}"),
                        good),
                arguments(Code.LAYOUT_MISSING, fixed("{x: 0, y: 0, width: 6, height: 2}", "null"), good),
                arguments(
                        Code.LAYOUT_MISSING,
                        fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: 6, y: 0, width: 6}"),
                        good),
                arguments(
                        Code.LAYOUT_MISSING,
                        fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: -1, y: 2, width: 6, height: 2}"),
                        good),
                arguments(
                        Code.LAYOUT_MISSING,
                        fixed("{x: 0, y: 0, width: 6, height: 2}", "{x: 0.5, y: 2, width: 6, height: 2}"),
                        good),
                arguments(Code.LAYOUT_UNWANTED, good.replace("fixed", "auto"), good),
                arguments(
                        Code.WIDGET_ID_TWICE,
                        good.replace("{definition", "{id: 7, definition"),
                        good.replaceFirst("\\{definition", "{id: 7, definition")));
    }

    private static String fixed(String... layouts) {
        StringBuilder widgets = new StringBuilder();
        for (String layout : layouts) {
            widgets.append("{definition: {type: 'note', content: 'x'}, layout: ")
                    .append(layout)
                    .append("}, ");
        }
        return "{title: 'Sync', layout_type: 'ordered', reflow_type: 'fixed', widgets: ["
                + widgets.substring(0, widgets.length() - 2) + "]}";
    }

    static Stream<Arguments> types() {
        String note = "{type: 'note', content: 'x'}";
        String group = "{type: 'group', title: 'A', layout_type: 'ordered', widgets: []}";
        String vega = "{type: 'wildcard', requests: [{queries: [{data_source: 'logs', name: 'a'}]}], "
                + "specification: {type: 'vega-lite', contents: {}}}";
        return Stream.of(
                arguments(Code.WIDGET_MALFORMED, "{title: 'x'}", note),
                arguments(Code.WIDGET_MALFORMED, "{type: 5}", note),
                arguments(Code.TYPE_REFUSED, "{type: 'pie', requests: []}", note),
                arguments(Code.TYPE_NOT_CHECKED, "{type: 'hologram'}", note),
                arguments(Code.FIELD_MISSING, "{type: 'note'}", note),
                arguments(Code.FIELD_REFUSED, "{type: 'note', content: 'x', title: 'y'}", note),
                arguments(Code.FIELD_REFUSED, "{type: 'note', content: 'x', title_size: '16'}", note),
                arguments(Code.FIELD_MISSING, "{type: 'iframe'}", "{type: 'iframe', url: 'https://a.b'}"),
                arguments(
                        Code.FIELD_MISSING,
                        "{type: 'check_status', check: 'a'}",
                        "{type: 'check_status', check: 'a', grouping: 'check'}"),
                arguments(Code.FIELD_MISSING, "{type: 'group', layout_type: 'ordered'}", group),
                arguments(Code.FIELD_MISSING, "{type: 'group', layout_type: 'ordered', widgets: {a: 1}}", group),
                arguments(Code.FIELD_REFUSED, "{type: 'group', layout_type: 'free', widgets: []}", group),
                arguments(
                        Code.GROUP_IN_GROUP,
                        "{type: 'group', layout_type: 'ordered', widgets: [{definition: " + group + "}]}",
                        "{type: 'group', layout_type: 'ordered', widgets: [{definition: " + note + "}]}"),
                arguments(Code.FIELD_MISSING, vega.replace("type: 'vega-lite', ", ""), vega),
                arguments(Code.FIELD_MISSING, vega.replace("contents: {}", "contents: 'x'"), vega),
                arguments(
                        Code.TIME_UNKNOWN,
                        CHART.replaceFirst("\\{", "{time: {live_span: '5h'}, "),
                        CHART.replaceFirst("\\{", "{time: {live_span: '4h'}, ")),
                arguments(
                        Code.TIME_UNKNOWN,
                        CHART.replaceFirst("\\{", "{time: {type: 'fixed', from: 9, to: 8}, "),
                        CHART.replaceFirst("\\{", "{time: {}, ")));
    }

    static Stream<Arguments> requests() {
        String number = Boards.number("Files", "sum:m{*}.as_count()", "sum");
        String request = "{queries: [{data_source: 'metrics', name: 'a', query: 'avg:m{*}'}]}";
        return Stream.of(
                arguments(
                        Code.REQUESTS_WRONG,
                        "{type: 'query_value', requests: [" + request + ", " + request + "]}",
                        number),
                arguments(Code.REQUESTS_WRONG, "{type: 'query_value', requests: []}", number),
                arguments(Code.REQUESTS_WRONG, "{type: 'timeseries', requests: []}", CHART),
                arguments(Code.REQUESTS_WRONG, "{type: 'toplist'}", "{type: 'toplist', requests: [" + request + "]}"),
                arguments(
                        Code.REQUESTS_WRONG,
                        "{type: 'hostmap', requests: []}",
                        "{type: 'hostmap', requests: {fill: {q: 'avg:m{*} by {host}'}}}"),
                arguments(Code.REQUEST_EMPTY, "{type: 'timeseries', requests: [{style: {}}]}", CHART),
                arguments(Code.FIELD_REFUSED, number.replace("'scalar'", "'timeseries'"), number),
                arguments(
                        Code.QUERY_NAME,
                        CHART.replace("name: 'a', ", "").replace("formula: 'a'", "formula: '1'"),
                        CHART),
                arguments(
                        Code.QUERY_NAME,
                        CHART.replace(
                                "queries: [", "queries: [{data_source: 'metrics', name: 'a', query: 'avg:n{*}'}, "),
                        CHART.replace(
                                "queries: [", "queries: [{data_source: 'metrics', name: 'b', query: 'avg:n{*}'}, ")),
                arguments(Code.FIELD_MISSING, CHART.replace("data_source: 'metrics', ", ""), CHART),
                arguments(Code.FIELD_MISSING, CHART.replace("sum:m{*}.as_count()", ""), CHART),
                arguments(Code.FIELD_MISSING, CHART.replace("queries: [", "queries: [7, "), CHART),
                arguments(Code.AGGREGATOR_UNKNOWN, number.replace("'sum'", "'total'"), number));
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                query(Code.QUERY_SYNTAX, "avg:m by {host}", "avg:m{*} by {host}"),
                query(Code.QUERIES_JOINED, "avg:m{*}, avg:n{*}", "avg:m{*} + avg:n{*}"),
                query(Code.SCOPE_TWICE, "avg:m{a:b}{*}", "avg:m{a:b}"),
                query(Code.SCOPE_MIXED, "avg:m{a:b,c IN (d)}", "avg:m{a:b AND c IN (d)}"),
                query(Code.CONDITION_TWICE, "avg:m{a:b,a:b}", "avg:m{a:b,c:b}"),
                query(Code.CONDITION_TWICE, "avg:m{a:b OR a:b}", "avg:m{*,*,a:b}"),
                query(Code.AGGREGATOR_UNKNOWN, "last:m{*}", "p99:m{*}"),
                query(Code.TIMESHIFT_SUFFIX, "avg:m{*}.timeshift(-1d)", "timeshift(avg:m{*}, -86400)"),
                query(Code.METHOD_UNKNOWN, "avg:m{*}.as_percent()", "avg:m{*}.as_rate().rollup(sum, 60).fill(zero)"),
                query(Code.METRIC_WILDCARD, "avg:health.ci.*.fom{*}", "avg:health.ci.x.fom{*}"),
                query(Code.FUNCTION_REFUSED, "if(avg:m{*}, 1, 0)", "clamp_max(avg:m{*}, 1)"),
                query(Code.FUNCTION_UNKNOWN, "perhaps(avg:m{*})", "top10_mean(ewma_20(avg:m{*} by {host}))"));
    }

    private static Arguments query(Code code, String faulty, String good) {
        return arguments(code, Boards.chart("Files", faulty), Boards.chart("Files", good));
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
                formula(Code.FORMULA_SYNTAX, "100 * (a", "100 * (a)"),
                formula(Code.FORMULA_SYNTAX, "", "a"),
                formula(Code.FORMULA_SYNTAX, "avg:m{*} / a", "a / a"),
                formula(Code.FORMULA_QUERY_UNKNOWN, "a / b", "default_zero(a)"),
                formula(Code.FUNCTION_REFUSED, "sum(a, a)", "a + a"));
    }

    private static Arguments formula(Code code, String faulty, String good) {
        return arguments(
                code,
                CHART.replace("formula: 'a'", "formula: '" + faulty + "'"),
                CHART.replace("formula: 'a'", "formula: '" + good + "'"));
    }

    static Stream<Arguments> decorations() {
        String format = "conditional_formats: [{comparator: '<', value: 5, palette: 'white_on_red'}]";
        String number =
                Boards.number("Files", "sum:m{*}.as_count()", "sum").replace("formula: 'a'", "formula: 'a', " + format);
        String marked = CHART.replaceFirst("\\{", "{markers: [{value: '%s', display_type: 'error dashed'}], ");
        return Stream.of(
                arguments(Code.FORMAT_REFUSED, number.replace("'<'", "'less'"), number),
                arguments(Code.FORMAT_REFUSED, number.replace("'white_on_red'", "'pink'"), number),
                arguments(Code.FORMAT_REFUSED, number.replace("value: 5, ", ""), number),
                arguments(Code.FORMAT_REFUSED, number.replace("value: 5", "value: '5'"), number),
                arguments(Code.MARKER_UNREADABLE, marked.replace("%s", "x = 5"), marked.replace("%s", "y = 5")),
                arguments(Code.MARKER_UNREADABLE, marked.replace("%s", "y >"), marked.replace("%s", "0.3 <= y < 0.7")));
    }

    @Test
    void namesWidgetsByTheirPlacesAndTitles() {
        CheckReport report = check.checkForm(Boards.of(
                CHART,
                "{type: 'group', title: 'Errors', layout_type: 'ordered', widgets: [{definition: "
                        + Boards.chart("Failed", "last:m{*}") + "}]}"));

        assertThat(report.hasErrors()).isTrue();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.widget()).isEqualTo("widgets[1].widgets[0]");
            assertThat(finding.title()).isEqualTo("Failed");
            assertThat(finding.fix()).contains("\"aggregator\": \"last\"");
        });
    }

    @Test
    void looksIntoTheWidgetThatASplitGraphRepeats() {
        CheckReport report = check.checkForm(Boards.of("{type: 'split_group', size: 'md', split_config: {}, "
                + "source_widget_definition: " + Boards.chart("Failed", "last:m{*}") + "}"));

        assertThat(report.findings()).extracting(Finding::widget).containsExactly("widgets[0].source");
    }

    @Test
    void letsTheColumnsOfABoardBeginAgainAtTheTop() {
        String rows = "{x: 0, y: 0, width: 12, height: 4}";
        String header = fixed(rows, rows, "{x: 0, y: 4, width: 12, height: 4}", rows);

        assertThat(check.checkForm(Boards.json(header)).findings()).isEmpty();
        assertThat(Boards.codes(check.checkForm(Boards.json(fixed(rows, rows, rows, rows)))))
                .as("a board has a header and two columns, so the fourth lies upon another")
                .containsOnly("layout-overlap");
    }

    @Test
    void letsWidgetsOfAFreeBoardCoverEachOther() {
        String free = fixed("{x: 0, y: 0, width: 60, height: 20}", "{x: 50, y: 1, width: 60, height: 2}")
                .replace("layout_type: 'ordered', reflow_type: 'fixed'", "layout_type: 'free'");

        assertThat(check.checkForm(Boards.json(free)).findings()).isEmpty();
    }
}
