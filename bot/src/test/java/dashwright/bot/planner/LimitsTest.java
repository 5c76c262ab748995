package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.dashboards.check.Finding;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request says beside its subject: what to leave out, where, which model, beyond which value. */
class LimitsTest {
    private static final String CLUSTER = """
            cluster.gpus.h100_count | gauge | | env:prod | H100 cards
            cluster.gpus.l4_count | gauge | | env:prod | L4 cards
            cluster.nodes.running | gauge | | env:prod,staging region:us-east-1,us-west-2 | Nodes that run
            jobs.failed | count | | env:prod,staging queue:low,high | Jobs that failed
            jobs.failed.cancelled | count | | env:prod,staging | Jobs that were cancelled
            ledger.connections | gauge | | env:prod,staging | Open connections
            mail.bounce | count | | env:prod | Mail that came back
            mail.sent | count | | env:prod | Mail that went out
            cache.hits | count | | env:prod | Keys that were found
            cache.evictions | count | | env:prod | Keys that had to go
            trainer.sps | gauge | | env:prod | Steps per second
            search.took | gauge | millisecond | env:prod | How long a search takes
            """;

    private final WishReader reader = new WishReader(Words.load());

    private final Team team = Team.of(CLUSTER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpus except h100 | h100
            failed jobs but not cancelled | cancelled
            sync errors without retries over the last 24h | retries
            uploads excluding sync_file_to_cache | sync_file_to_cache
            uploads other than wheels and eggs by type | wheels eggs
            don't show retries of jobs | retries
            """)
    void readsWhatIsToBeLeftOut(String request, String excluded) {
        Wish wish = reader.read(request);
        assertThat(wish.limits().excluded()).containsExactly(excluded.split(" "));
        assertThat(wish.topic()).doesNotContain(excluded.split(" "));
    }

    @Test
    void readsAnEnvironmentThatIsToBeLeftOut() {
        Wish wish = reader.read("database connections not in staging");
        assertThat(wish.environment()).isNull();
        assertThat(wish.limits().notEnvironment()).isEqualTo("staging");
        assertThat(wish.topic()).containsExactly("database", "connections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"why is redis not responding", "redis or not redis", "jobs that are not done"})
    void aDeniedVerbLeavesNothingOut(String request) {
        assertThat(reader.read(request).limits().excluded()).isEmpty();
    }

    @Test
    void aNameThatHoldsANotIsAName() {
        WishReader knowing = new WishReader(Words.load(), "not_cached"::equals);
        assertThat(knowing.read("files not cached").limits().excluded()).isEmpty();
        assertThat(knowing.read("files not cached").topic()).containsExactly("files", "cached");
    }

    @Test
    void neverShowsTheEnvironmentThatWasToBeLeftOut() {
        Planned planned = team.planned("ledger connections not in staging");
        assertThat(Composer.compose(planned.plan(), team.catalog()).json().findValuesAsText("query").stream()
                        .filter(query -> query.contains("{")))
                .isNotEmpty()
                .allMatch(query -> query.contains("!env:staging"));
        assertThat(planned.remarks())
                .contains("Left out env:staging.")
                .noneMatch(remark -> remark.startsWith("Shows env"));
    }

    @Test
    void leavesOutMetricsThatAreCalledByAnExcludedWord() {
        assertThat(Team.metrics(team.planned("gpus except h100").plan())).containsExactly("cluster.gpus.l4_count");
        assertThat(Team.metrics(team.planned("failed jobs but not cancelled").plan()))
                .containsExactly("jobs.failed");
    }

    @Test
    void leavesOutAKindOfFigure() {
        Set<String> metrics = Team.metrics(
                Team.usual().planned("s3 sync errors without retries").plan());
        assertThat(metrics).isNotEmpty().doesNotContain("warehouse.task.retried");
    }

    @Test
    void leavesOutATagValue() {
        Planned planned = team.planned("jobs failed excluding low");
        assertThat(Team.charts(planned.plan())
                        .flatMap(chart -> chart.series().stream())
                        .filter(series -> ((Series.OfMetric) series).metric().equals("jobs.failed")))
                .isNotEmpty()
                .allSatisfy(
                        series -> assertThat(series.filters()).contains(new TagFilter("queue", List.of("low"), true)));
    }

    @Test
    void saysWhatCouldNotBeLeftOut() {
        Planned planned = team.planned("trainer sps excluding gremlins");
        assertThat(planned.remarks()).anyMatch(remark -> remark.startsWith("Could not leave out \"gremlins\""));
        assertThat(codes(planned)).contains("word-unanswered");
    }

    @Test
    void aKnownTagValueBecomesAFilter() {
        Planned planned = team.planned("cluster nodes running in us-west-2 only");
        assertThat(Team.charts(planned.plan()).flatMap(chart -> chart.series().stream()))
                .isNotEmpty()
                .allSatisfy(series -> assertThat(series.filters()).contains(TagFilter.is("region", "us-west-2")));
        assertThat(planned.remarks()).contains("Shows only region:us-west-2.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cluster nodes running in eu-west-9", "search took at web-17", "ledger connections region:mars"})
    void saysThatAValueIsNotKnown(String request) {
        Planned planned = team.planned(request);
        assertThat(planned.remarks()).anyMatch(remark -> remark.startsWith("None of these metrics is known to carry"));
        assertThat(codes(planned)).contains("word-unanswered");
    }

    @Test
    void anotherModelIsNoAnswer() {
        assertThat(team.plan("a100 gpus count")).isInstanceOf(PlanningOutcome.Gap.class);
        assertThat(Team.metrics(team.planned("h100 gpus count").plan())).containsExactly("cluster.gpus.h100_count");
    }

    @Test
    void titlesSayWhichPanelsShowAllEnvironments() {
        Planned planned = Team.usual().planned("nginx requests in staging");
        assertThat(Team.titles(planned.plan())).isNotEmpty().allMatch(title -> title.endsWith(", all environments"));
        assertThat(Team.titles(
                        Team.usual().planned("celery task errors in staging").plan()))
                .isNotEmpty()
                .noneMatch(title -> title.endsWith("all environments"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trainer sps above 40k | trainer.sps | above 40k
            search took in europe | search.took | europe
            average mail sent per day | mail.sent | ''
            mail sent since monday | mail.sent | ''
            """)
    void anOddWordTakesNoSubjectAway(String request, String metric, String told) {
        Planned planned = team.planned(request);
        assertThat(Team.metrics(planned.plan())).contains(metric);
        if (told.isEmpty()) {
            assertThat(codes(planned)).doesNotContain("word-unanswered");
        } else {
            assertThat(planned.findings()).anyMatch(finding -> finding.message().contains(told));
        }
    }

    @Test
    void aSubjectThatNothingKnowsIsStillAGap() {
        assertThat(team.plan("zeppelin search latency")).isInstanceOf(PlanningOutcome.Gap.class);
        assertThat(team.plan("cache zeppelins")).isInstanceOf(PlanningOutcome.Gap.class);
    }

    @Test
    void bouncesAreFailures() {
        Planned planned = team.planned("mail delivery failures");
        assertThat(Team.metrics(planned.plan())).contains("mail.bounce");
        assertThat(planned.remarks()).noneMatch(remark -> remark.startsWith("Found no metric of errors"));
    }

    @Test
    void showsAllThatIsAskedOfOneSubject() {
        assertThat(Team.metrics(team.planned("cache hit rate and evictions").plan()))
                .contains("cache.hits", "cache.evictions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p99 of sync file to cache | p99 of
            warehouse task complete by colour | No panel is split by colour
            sync file to cache errors by queue | No panel is split by queue
            warehouse upload ok today vs yesterday | The comparison
            warehouse task complete success rate | No panel shows a success rate
            top 25 warehouse task complete | top 25
            redis memory over 0.5 | The board draws no line at "over 0.5"
            """)
    void tellsWhatIsAskedAndNotShown(String request, String told) {
        Planned planned = Team.usual().planned(request);
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains(told));
        assertThat(planned.findings())
                .anyMatch(finding -> finding.code().equals("word-unanswered")
                        && finding.message().contains(told));
    }

    private static List<String> codes(Planned planned) {
        return planned.findings().stream().map(Finding::code).toList();
    }
}
