package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Catalog;
import dashwright.dashboards.check.Receipt.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogRulesTest {
    private final DashboardCheck check = new DashboardCheck();

    private CheckReport check(ObjectNode board) {
        return check.check(board, Metrics.CATALOG, Metrics.SEARCH);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void findsTheFaultOfAQuery(Code code, String faulty, String good) {
        assertThat(Boards.codes(check(Boards.of(Boards.chart("", faulty))))).containsOnly(code.id());
        assertThat(check(Boards.of(Boards.chart("", good))).findings()).isEmpty();
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments(Code.METRIC_UNKNOWN, "sum:task.completed{*}.as_count()", "sum:task.complete{*}.as_count()"),
                arguments(Code.METRIC_SILENT, "avg:old.gauge{*}", "avg:files.backlog{*}"),
                arguments(Code.TAG_KEY_UNKNOWN, "avg:files.backlog{region:eu}", "avg:files.backlog{env:prod}"),
                arguments(
                        Code.TAG_KEY_UNKNOWN,
                        "avg:files.backlog{region IN (eu,us)}",
                        "avg:files.backlog{host IN (a,b)}"),
                arguments(Code.TAG_VALUE_UNKNOWN, "avg:files.backlog{env:stage}", "avg:files.backlog{env:PROD}"),
                arguments(Code.TAG_VALUE_UNKNOWN, "avg:files.backlog{env:s*}", "avg:files.backlog{env:p*d}"),
                arguments(Code.GROUP_TAG_UNKNOWN, "avg:files.backlog{*} by {region}", "avg:files.backlog{*} by {env}"),
                arguments(
                        Code.GROUP_BY_TIME, "avg:files.backlog{*} by {day}", "avg:files.backlog{*}.rollup(avg, 86400)"),
                arguments(Code.COUNT_NOT_COUNTED, "sum:task.complete{*}", "sum:task.complete{*}.as_rate()"),
                arguments(
                        Code.COUNT_NOT_COUNTED,
                        "sum:task.complete{*}.rollup(avg, 60)",
                        "sum:task.complete{*}.rollup(sum, 60)"),
                arguments(Code.RATE_NOT_RATED, "sum:task.rate{*}", "sum:task.rate{*}.as_rate()"),
                arguments(Code.COUNTED_GAUGE, "avg:files.backlog{*}.as_count()", "avg:files.backlog{*}"),
                arguments(Code.PERCENTILE_OF_NO_DISTRIBUTION, "p95:files.backlog{*}", "p95:task.run{*}"),
                arguments(Code.SUM_OF_GAUGE, "sum:files.backlog{*}", "sum:files.backlog{host:a}"),
                arguments(Code.SUM_OF_GAUGE, "sum:files.backlog{host:*}", "sum:files.backlog{*} by {host}"),
                arguments(Code.SUM_OF_GAUGE, "sum:files.backlog{env:prod}", "sum:container.memory.usage{*}"),
                arguments(
                        Code.UNITS_DIFFER,
                        "avg:files.size{*} + max:files.total{*}",
                        "avg:files.size{*} / max:files.total{*}"),
                arguments(
                        Code.UNITS_DIFFER,
                        "default_zero(avg:files.size{*}) - 2 * avg:files.total{*} - avg:files.total{*}",
                        "max:files.total{*} - avg:files.backlog{*}"),
                arguments(Code.VARIABLE_UNKNOWN, "avg:files.total{$env}", "avg:files.total{host:a}"));
    }

    @Test
    void drawsNoConclusionFromTagsAndTypesThatWereNeverRead() {
        assertThat(check(Boards.of(Boards.chart("", "p95:unread.metric{region:eu} by {zone}")))
                        .findings())
                .isEmpty();
    }

    @Test
    void saysOnlyInPassingThatAnExcludedValueIsNotThere() {
        CheckReport report = check(Boards.of(Boards.chart("", "avg:files.backlog{!env:stage}")));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("tag-value-unknown");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    @Test
    void takesTheTagsOfACountFromItsFamilyUntilSomethingIsCounted() {
        CheckReport report = check(Boards.of(Boards.chart("", "sum:task.failed{env:dev}.as_count()")));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).contains("`task.complete` beside it was");
        });
        assertThat(check(Boards.of(Boards.chart("", "sum:task.failed{env:none}.as_count()")))
                        .hasErrors())
                .isTrue();
    }

    @Test
    void onlyWarnsOfASilentCountOfErrors() {
        CheckReport report = check(Boards.of(Boards.chart("", "sum:old.error.count{*}.as_count()")));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("metric-silent");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void guessesThatAPrefixCameOrWent() {
        assertThat(fixOf("avg:prs.open{*}")).isEqualTo("perhaps it is now `github.prs.open`");
        assertThat(fixOf("avg:metta.github.prs.open{*}")).isEqualTo("perhaps it is now `github.prs.open`");
        assertThat(fixOf("avg:github_prs_open{*}")).isEqualTo("perhaps it is now `github.prs.open`");
        assertThat(fixOf("avg:open{*}")).startsWith("the nearest there are: `github.prs.open`");
    }

    @Test
    void namesTheNearestMetricsAndTags() {
        assertThat(fixOf("sum:tasks.completed{*}.as_count()")).startsWith("the nearest there are: `task.complete`");
        assertThat(fixOf("avg:files.backlog{enw:prod}")).startsWith("it carries `env`");
        assertThat(fixOf("avg:files.backlog{env:prd}")).contains("`prod`");
    }

    private String fixOf(String query) {
        return check(Boards.of(Boards.chart("", query))).findings().getFirst().fix();
    }

    @Test
    void wantsTheTotalOfACountThatIsShownAsANumber() {
        String query = "sum:task.complete{*}.as_count()";

        assertThat(Boards.codes(check(Boards.of(Boards.number("", query, "avg")))))
                .containsExactly("count-not-summed");
        assertThat(check(Boards.of(Boards.number("", query, "sum"))).findings()).isEmpty();
        assertThat(check(Boards.of(Boards.number("", "sum:task.complete{*}.as_rate()", "avg")))
                        .findings())
                .isEmpty();
    }

    @Test
    void comparesUnitsAcrossTheQueriesOfAFormula() {
        String faulty = "{type: 'timeseries', requests: [{formulas: [{formula: 'a - abs(b)'}], queries: ["
                + "{data_source: 'metrics', name: 'a', query: 'avg:files.size{*}'}, "
                + "{data_source: 'metrics', name: 'b', query: 'avg:files.total{*}'}]}]}";

        assertThat(Boards.codes(check(Boards.of(faulty)))).containsExactly("units-differ");
        assertThat(check(Boards.of(faulty.replace("files.size", "files.backlog")))
                        .findings())
                .isEmpty();
    }

    @Test
    void wantsVariablesToBeUsedByEveryQueryThatCould() {
        String variables = "{template_variables: [{name: 'env', prefix: 'env', defaults: ['*']}]}";
        ObjectNode ignoring = Boards.of(
                Boards.chart("", "avg:files.backlog{env:prod}"),
                Boards.chart("", "avg:files.total{*}"),
                Boards.chart("", "sum:task.complete{$env}.as_count()"));
        ignoring.setAll(Boards.json(variables));
        ObjectNode using = Boards.of(
                Boards.chart("", "avg:files.backlog{$env}"), Boards.chart("", "avg:files.backlog{env:$env.value}"));
        using.setAll(Boards.json(variables));
        ObjectNode unused = Boards.of("{type: 'note', content: 'costs $environment'}");
        unused.setAll(Boards.json(variables));

        assertThat(check(ignoring).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("variable-ignored");
            assertThat(finding.widget()).isEqualTo("widgets[0]");
            assertThat(finding.message()).contains("fixes");
        });
        assertThat(check(using).findings()).isEmpty();
        assertThat(Boards.codes(check(unused))).containsExactly("variable-unused");
    }

    @Test
    void knowsVariablesWithDotsInTheirNames() {
        ObjectNode board = Boards.of(Boards.chart("", "avg:files.backlog{$the.env}"));
        board.setAll(Boards.json("{template_variables: [{name: 'the.env', prefix: 'env'}]}"));

        assertThat(check(board).findings()).isEmpty();
    }

    @Test
    void holdsSpansAgainstThoseThatTheCatalogKnows() {
        String spans = "{type: 'timeseries', requests: [{queries: [{data_source: 'spans', name: 'a', "
                + "search: {query: '%s'}, compute: {aggregation: 'count'}}]}]}";
        String resource = "{type: 'timeseries', requests: [{queries: [{data_source: 'apm_resource_stats', name: 'a', "
                + "env: 'prod', service: '%s', stat: 'hits'}]}]}";

        assertThat(check(Boards.of(spans.formatted("service:worker operation_name:celery.run resource_name:tasks.*")))
                        .findings())
                .isEmpty();
        assertThat(check(Boards.of(spans.formatted("service:worker resource_name:\"GET /\"")))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("spans-unknown");
                    assertThat(finding.fix()).contains("tasks.sync");
                });
        assertThat(check(Boards.of(spans.formatted("env:prod -service:nobody @service:x $service")))
                        .findings())
                .isEmpty();
        assertThat(Boards.codes(check(Boards.of(resource.formatted("wrker"))))).containsExactly("spans-unknown");
        assertThat(check(Boards.of(resource.formatted("worker"))).findings()).isEmpty();
        assertThat(check.check(
                                Boards.of(resource.formatted("wrker")),
                                Catalog.of(Metrics.CATALOG.metrics(), List.of(), Metrics.NOW),
                                Metrics.SEARCH)
                        .findings())
                .as("a catalog without spans knows nothing of spans")
                .isEmpty();
    }

    @Test
    void givesEachWidgetThatReadsDataAReceiptWithItsEvidence() {
        CheckReport report = check(Boards.of(
                "{type: 'note', content: 'x'}",
                Boards.chart("Files to copy", "avg:files.backlog{env:prod AND host:a* AND NOT host:b} by {host}")));

        assertThat(report.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.widget()).isEqualTo("widgets[1]");
            assertThat(receipt.verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(receipt.tried()).isEmpty();
            assertThat(receipt.metrics()).singleElement().satisfies(metric -> {
                assertThat(metric.name()).isEqualTo("files.backlog");
                assertThat(metric.tagsVerified()).containsExactly("env:prod", "host", "host:a*", "host:b");
            });
            assertThat(receipt.fit()).isNotNull();
        });
    }

    @Test
    void catchesAStandInButNotAMetricThatAnswers() {
        ObjectNode standIn = Boards.of(Boards.chart("Hearts > 0.5", "avg:container.cpu.limit{*}"));
        ObjectNode right = Boards.of(Boards.chart("Hearts > 0.5", "avg:arena.hearts{*}"));
        ObjectNode plain = Boards.of(Boards.chart("Memory of the workers", "avg:container.memory.usage{*}"));
        ObjectNode beyondTheCatalog = Boards.of(Boards.chart("Pizza", "avg:container.cpu.limit{*}"));

        assertThat(check(standIn).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("stand-in");
            assertThat(finding.fix()).contains("arena.hearts");
        });
        assertThat(check(right).findings()).isEmpty();
        assertThat(check(right).receipts().getFirst().fit())
                .isNotNull()
                .satisfies(fit -> assertThat(fit.rank()).isEqualTo(1));
        assertThat(check(plain).findings()).isEmpty();
        assertThat(check(beyondTheCatalog).findings()).isEmpty();
    }
}
