package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryRequest.Form;
import dashwright.dashboards.live.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveCheckTest {
    private static final String BACKLOG = Boards.chart("", "max:files.backlog{*}");
    private static final String FAILED = Boards.chart("Failed", "sum:task.failed{*}.as_count()");

    private final DashboardCheck check = new DashboardCheck();
    private final Answers answers = new Answers();

    private CheckReport run(String... definitions) {
        return run(Set.of(), definitions);
    }

    private CheckReport run(Set<String> emptyIsGood, String... definitions) {
        return run(emptyIsGood, Boards.of(definitions));
    }

    private CheckReport run(Set<String> emptyIsGood, ObjectNode board) {
        return check.checkLive(
                board, Metrics.CATALOG, Metrics.SEARCH, answers, Metrics.NOW, Duration.ofHours(4), emptyIsGood);
    }

    private static Receipt only(CheckReport report) {
        assertThat(report.receipts()).hasSize(1);
        return report.receipts().getFirst();
    }

    @Test
    void saysWhatCameBack() {
        answers.data("files.backlog", Duration.ofSeconds(30), 7, 8, 9);

        CheckReport report = run(BACKLOG);

        assertThat(report.findings()).isEmpty();
        assertThat(only(report).verdict()).isEqualTo(Verdict.LIVE);
        assertThat(only(report).explanation()).isEqualTo("1 series with 3 points in 4 h, the newest 30 s old");
        assertThat(only(report).tried()).singleElement().satisfies(tried -> {
            assertThat(tried.query()).isEqualTo("max:files.backlog{*} → a");
            assertThat(tried.range()).isEqualTo(TimeRange.last(Duration.ofHours(4), Metrics.NOW));
            assertThat(tried.points()).isEqualTo(3);
            assertThat(tried.lastValue()).isEqualTo(9);
            assertThat(tried.lastAt()).isEqualTo(Metrics.NOW.minusSeconds(30));
            assertThat(tried.unit().name()).isEqualTo("file");
        });
    }

    @Test
    void asksForANumberAsTheBoardShowsItAndAsASeries() {
        answers.data("files.backlog", Duration.ofMinutes(2), 7, 9);

        Receipt receipt = only(run(Boards.number("", "max:files.backlog{*}", "last")));

        assertThat(answers.asked).extracting(QueryRequest::form).containsExactly(Form.SCALAR, Form.TIMESERIES);
        assertThat(answers.asked
                        .getFirst()
                        .queries()
                        .getFirst()
                        .path("aggregator")
                        .asText())
                .isEqualTo("last");
        assertThat(answers.asked.getLast().queries().getFirst().has("aggregator"))
                .isFalse();
        assertThat(receipt.tried())
                .hasSize(2)
                .allSatisfy(tried -> assertThat(tried.lastAt()).isEqualTo(Metrics.NOW.minusSeconds(120)));
        assertThat(receipt.explanation()).contains(" from 1 series with 2 points in 4 h, the newest 2 min old");
    }

    @Test
    void runsAllRequestsInOneCall() {
        answers.data("task.failed", Duration.ZERO, 1);

        run(BACKLOG, FAILED, "{type: 'note', content: 'x'}");

        assertThat(answers.calls()).isEqualTo(1);
        assertThat(answers.asked)
                .extracting(QueryRequest::id)
                .containsExactly("widgets[0].requests[0]", "widgets[1].requests[0]");
    }

    @Test
    void takesTheWindowOfTheWidgetThenOfTheBoardThenTheGiven() {
        ObjectNode board = Boards.of(BACKLOG.replaceFirst("\\{", "{time: {live_span: '1d'}, "), BACKLOG);
        run(Set.of(), board);
        board.setAll(Boards.json("{default_timeframe: {type: 'live', unit: 'week', value: 2}}"));
        run(Set.of(), board);
        run("{type: 'timeseries', time: {type: 'fixed', from: 100, to: 200}, requests: [{q: 'avg:files.total{*}'}]}");

        assertThat(answers.asked)
                .extracting(QueryRequest::range)
                .containsExactly(
                        TimeRange.last(Duration.ofDays(1), Metrics.NOW),
                        TimeRange.last(Duration.ofHours(4), Metrics.NOW),
                        TimeRange.last(Duration.ofDays(1), Metrics.NOW),
                        TimeRange.last(Duration.ofDays(14), Metrics.NOW),
                        new TimeRange(Instant.ofEpochSecond(100), Instant.ofEpochSecond(200)));
    }

    @Test
    void putsTheDefaultsOfVariablesIntoTheirPlaces() {
        ObjectNode board = Boards.of(
                Boards.chart("", "avg:files.backlog{$env,$host,!$all}"),
                Boards.chart("", "avg:files.backlog{env:$env.value,host:x-$host.value}"),
                Boards.chart("", "avg:files.backlog{$all AND (host:$all.value OR host:b)}"),
                "{type: 'timeseries', requests: [{queries: [{data_source: 'spans', name: 'a', "
                        + "search: {query: '$env service:worker $all $none'}, compute: {aggregation: 'count'}}]}]}");
        board.setAll(Boards.json("{template_variables: [{name: 'env', prefix: 'env', defaults: ['prod', 'dev']}, "
                + "{name: 'host', prefix: 'host', default: 'a'}, {name: 'all', prefix: 'host', defaults: ['*']}]}"));

        run(Set.of(), board);

        List<String> queries = answers.asked.stream()
                .map(asked -> asked.queries().getFirst())
                .map(query -> query.path("query")
                        .asText(query.path("search").path("query").asText()))
                .toList();
        assertThat(queries)
                .containsExactly(
                        "avg:files.backlog{env IN (prod,dev) AND host:a}",
                        "avg:files.backlog{env IN (prod,dev) AND host:x-a}",
                        "avg:files.backlog{host:* OR host:b}",
                        "env:(prod OR dev) service:worker * $none");
    }

    @Test
    void runsTheQueriesOfAnOldRequestOneByOne() {
        run("{type: 'query_value', requests: [{q: 'avg:files.total{*}, max:files.size{*}', aggregator: 'max'}]}");

        assertThat(answers.asked.getFirst().queries())
                .extracting(query -> query.path("query").asText() + " "
                        + query.path("aggregator").asText())
                .containsExactly("avg:files.total{*} max", "max:files.size{*} max");
    }

    @Test
    void callsAnEmptyCountOfErrorsGoodWhereTheWorkBesideItReportsNow() {
        answers.data("sum:task.complete{*}.as_count()", Duration.ofSeconds(30), 5);

        CheckReport report = run(FAILED);

        assertThat(report.findings()).isEmpty();
        assertThat(only(report).verdict()).isEqualTo(Verdict.EMPTY_GOOD);
        assertThat(only(report).explanation())
                .isEqualTo("nothing in 4 h, while `task.complete` reported there 30 s before its end: empty, which is"
                        + " good");
    }

    @Test
    void doesNotTakeTheCatalogsWordThatTheWorkBesideAnEmptyCountOfErrorsReports() {
        assertThat(only(run(FAILED)).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void callsNoErrorsUnknownWhereTheWorkBesideThemStoppedInTheWindow() {
        answers.data("task.complete", Duration.ofHours(2), 5);

        assertThat(only(run(FAILED)).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void asksForTheWorkInTheScopeAndWindowOfTheErrors() {
        answers.data("sum:task.complete{env:prod}.as_count()", Duration.ZERO, 5);
        String hour = Boards.chart("Failed", "sum:task.failed{%s}.as_count()")
                .replaceFirst("\\{", "{time: {live_span: '1h'}, ");

        assertThat(only(run(hour.formatted("env:prod"))).verdict()).isEqualTo(Verdict.EMPTY_GOOD);
        assertThat(answers.asked)
                .extracting(QueryRequest::range)
                .containsOnly(TimeRange.last(Duration.ofHours(1), Metrics.NOW));
        assertThat(only(run(hour.formatted("task:sync"))).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void callsNoErrorsUnknownWhereNobodyIsKnownToCountThem() {
        CheckReport report = run(Boards.chart("Errors", "sum:asked.never{*}.as_count()"));

        assertThat(Boards.codes(report)).containsExactly("empty-unexplained");
        assertThat(only(report).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void believesATitleThatSpeaksOfErrorsOnlyWhereAFilterPicksThem() {
        answers.data("sum:edge.hits{env:prod}.as_count()", Duration.ZERO, 5);
        assertThat(only(run(Boards.chart("Errors", "sum:edge.hits{env:prod,status:500}.as_count()")))
                        .verdict())
                .isEqualTo(Verdict.EMPTY_GOOD);
        assertThat(only(run(Boards.chart("Errors", "sum:task.complete{*}.as_count()")))
                        .verdict())
                .isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void callsNothingGoodThatAFilterForSomethingUnknownFinds() {
        answers.data("task.complete", Duration.ZERO, 5);
        Receipt unknown = only(run(Boards.chart("Failed", "sum:task.failed{task:none}.as_count()")));
        Receipt fromTheFamily = only(run(Boards.chart("Failed", "sum:task.failed{env:dev}.as_count()")));

        assertThat(unknown.verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
        assertThat(fromTheFamily.verdict()).isEqualTo(Verdict.EMPTY_GOOD);
    }

    @Test
    void callsAnEmptyShareOfErrorsUnknownWhereItsOtherMetricIsSilent() {
        answers.data("\"query\":\"sum:task.complete{*}.as_count()\"", Duration.ZERO, 5);
        Receipt alive = only(run(Boards.chart("", "sum:task.failed{*}.as_count() / sum:task.complete{*}.as_count()")));
        Receipt silent = only(run(Boards.chart("", "sum:task.failed{*}.as_count() / avg:old.gauge{*}")));

        assertThat(alive.verdict()).isEqualTo(Verdict.EMPTY_GOOD);
        assertThat(silent.verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void callsAnyOtherEmptinessUnknownUnlessItsAuthorSaysThatItIsGood() {
        CheckReport report = run(BACKLOG);

        assertThat(only(report).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
        assertThat(only(report).explanation())
                .isEqualTo("nothing in 4 h; `files.backlog` last reported within the hour");
        assertThat(Boards.codes(report)).containsExactly("empty-unexplained");
        answers.data("files.total", Duration.ZERO, 5);
        assertThat(only(run(Set.of("widgets[0]"), BACKLOG)).verdict()).isEqualTo(Verdict.EMPTY_GOOD);
        assertThat(only(run(Set.of("widgets[1]"), BACKLOG)).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void guessesWhatAMetricThatFellSilentIsCalledNow() {
        CheckReport report = run(Boards.chart("", "avg:prs.merged{*}"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("empty-unexplained");
            assertThat(finding.fix()).isEqualTo("perhaps it is now `github.prs.merged`");
        });
    }

    @Test
    void saysOnceThatAMetricHoldsAWildcard() {
        assertThat(Boards.codes(run(Boards.chart("", "avg:health.*.fom{*}")))).containsExactly("metric-wildcard");
    }

    @Test
    void believesNobodyThatEmptyIsGoodWhereNothingEverReported() {
        CheckReport gone = run(Set.of("widgets[0]"), Boards.chart("Errors", "avg:old.gauge{*}"));
        CheckReport absent = run(Set.of("widgets[0]"), Boards.chart("Errors", "sum:no.such.errors{*}.as_count()"));

        assertThat(Boards.codes(gone)).contains("metric-silent", "metric-never-reported");
        assertThat(Boards.codes(absent)).contains("metric-unknown", "metric-never-reported");
        assertThat(only(gone).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
        assertThat(only(absent).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void callsMissingErrorSpansGoodWhereTheServiceSendsOthers() {
        String spans = "{type: 'timeseries', title: '%s', requests: [{queries: [{data_source: 'spans', name: 'a', "
                + "search: {query: 'service:worker status:error'}, compute: {aggregation: 'count'}}]}]}";

        assertThat(only(run(spans.formatted("Errors over time"))).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
        answers.data("\"service:worker\"", Duration.ZERO, 5);
        assertThat(only(run(spans.formatted("Errors over time"))).verdict()).isEqualTo(Verdict.EMPTY_GOOD);
        assertThat(only(run(spans.formatted("Throughput"))).verdict()).isEqualTo(Verdict.EMPTY_UNKNOWN);
    }

    @Test
    void namesWhatIsEmptyInAWidgetThatIsNot() {
        answers.data("files.total", Duration.ZERO, 5);
        String two = "{type: 'timeseries', requests: [{q: 'avg:files.total{*}'}, {q: 'avg:files.size{*}'}]}";

        Receipt receipt = only(run(two));

        assertThat(receipt.verdict()).isEqualTo(Verdict.LIVE);
        assertThat(receipt.explanation()).endsWith("; nothing for `avg:files.size{*}`");
    }

    @Test
    void warnsOfDataThatStopped() {
        answers.data("files.backlog", Duration.ofHours(2), 7);

        assertThat(Boards.codes(run(BACKLOG))).containsExactly("data-stale");
    }

    @Test
    void doesNotWaitForErrors() {
        answers.data("task.failed", Duration.ofHours(2), 7);

        assertThat(run(FAILED).findings()).isEmpty();
    }

    @Test
    void reportsAQueryThatIsRefusedAsAnError() {
        answers.refusal("files.backlog");

        CheckReport report = run(BACKLOG);

        assertThat(Boards.codes(report)).containsExactly("query-refused");
        assertThat(report.hasErrors()).isTrue();
        assertThat(only(report).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(only(report).explanation()).contains("Error parsing query");
        assertThat(only(report).tried().getFirst().failure()).isEqualTo("Error parsing query");
    }

    @Test
    void neverTakesAnOutageForEmptiness() {
        answers.outage("files.backlog");

        CheckReport report = run(Set.of("widgets[0]"), BACKLOG);

        assertThat(Boards.codes(report)).containsExactly("not-tried");
        assertThat(report.hasErrors()).isFalse();
        assertThat(only(report).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(only(report).explanation()).contains("HTTP 503");
    }

    @Test
    void neverTakesAMissingAnswerForEmptiness() {
        CheckReport report =
                check.checkLive(Boards.of(FAILED), Metrics.CATALOG, Metrics.SEARCH, requests -> List.of(), Metrics.NOW);

        assertThat(Boards.codes(report)).containsExactly("not-tried");
        assertThat(only(report).verdict()).isEqualTo(Verdict.NOT_RUN);
    }

    @Test
    void runsNothingThatCannotBeRead() {
        CheckReport report =
                run(Boards.chart("", "max:files.backlog{"), BACKLOG.replace("formula: 'a'", "formula: 'b'"));

        assertThat(answers.asked).isEmpty();
        assertThat(report.receipts()).extracting(Receipt::verdict).containsExactly(Verdict.FAILED, Verdict.FAILED);
    }

    @Test
    void saysWhatItDoesNotTry() {
        Receipt receipt = only(run("{type: 'list_stream', title: 'Logs', requests: [{response_format: 'event_list', "
                + "columns: [], query: {data_source: 'logs_stream', query_string: 'source:x'}}]}"));

        assertThat(answers.asked).isEmpty();
        assertThat(receipt.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(receipt.explanation()).isEqualTo("it reads `logs_stream`, which is not tried");
    }
}
