package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The mean of regions was shown as the team's monthly bill: half of it. */
class PartsJoinedTest {
    private final Answers answers = new Answers();

    private CheckReport run(String definition) {
        return new DashboardCheck()
                .checkLive(
                        Boards.of(definition),
                        Metrics.CATALOG,
                        Metrics.SEARCH,
                        answers,
                        Metrics.NOW,
                        Duration.ofHours(4),
                        Set.of());
    }

    private static String explanation(CheckReport report) {
        return report.receipts().getFirst().explanation();
    }

    @Test
    void warnsOfAMeanOverPartsThatPassesForATotal() {
        answers.parts("by {region}", "region", 1_000, 2_888).data("fleet.cost", Duration.ZERO, 1_944);

        CheckReport report = run(Boards.number("Cost of the fleet", "avg:fleet.cost{*}", "last"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("mean-of-parts");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("2 series by region").contains("3,888");
            assertThat(finding.fix()).contains("sum:");
        });
        assertThat(explanation(report)).endsWith("; the mean of 2 series by region");
    }

    @Test
    void believesATitleThatCallsItAMean() {
        answers.parts("by {region}", "region", 1_000, 2_888).data("fleet.cost", Duration.ZERO, 1_944);

        assertThat(run(Boards.number("Mean fleet cost per region", "avg:fleet.cost{*}", "last"))
                        .findings())
                .isEmpty();
    }

    @Test
    void saysThatASumIsOneOverParts() {
        answers.parts("by {region}", "region", 1_000, 2_888).data("fleet.cost", Duration.ZERO, 3_888);

        CheckReport report = run(Boards.number("Cost of the fleet", "sum:fleet.cost{*}", "last"));

        assertThat(report.findings()).isEmpty();
        assertThat(explanation(report)).endsWith("; the sum of 2 series by region");
    }

    @Test
    void warnsOfASumOverPartsThatAllRepeatOneWhole() {
        answers.parts("by {region}", "region", 1_944, 1_944).data("fleet.cost", Duration.ZERO, 3_888);

        assertThat(Boards.codes(run(Boards.number("Cost of the fleet", "sum:fleet.cost{*}", "last"))))
                .containsExactly("sum-of-gauge");
    }

    @Test
    void saysOfAMeanOverSendersHowManyThereAre() {
        answers.parts("by {host}", "host", 8, 8).data("files.backlog", Duration.ZERO, 8);

        CheckReport report = run(Boards.number("Files in the backlog", "avg:files.backlog{*}", "last"));

        assertThat(report.findings()).isEmpty();
        assertThat(explanation(report)).endsWith("; the mean of 2 series by host, which all say the same");
    }

    @Test
    void seriesThatLookUpOneWholeAtDifferentMomentsAreNoParts() {
        answers.parts("by {region}", "region", 8_000_000, 8_004_000).data("fleet.cost", Duration.ZERO, 8_002_000);

        CheckReport report = run(Boards.number("Cost of the fleet", "avg:fleet.cost{*}", "last"));

        assertThat(report.findings()).isEmpty();
        assertThat(explanation(report)).endsWith("; the mean of 2 series by region, which all say the same");
    }

    @Test
    void asksForNoPartsWhereTheScopeLeavesOne() {
        answers.data("fleet.cost", Duration.ZERO, 1_000);

        run(Boards.number("Cost of the fleet", "avg:fleet.cost{region:us}", "last"));

        assertThat(answers.asked).hasSize(2);
    }

    @Test
    void namesTheGreatestOfAListAndNotTheFirstThatCame() {
        answers.parts("fleet.cost", "region", 1_000, 2_888);
        String list = Boards.number("Cost by region", "sum:fleet.cost{*} by {region}", "last")
                .replace("query_value", "toplist");

        CheckReport report = run(list);

        assertThat(explanation(report)).startsWith("first `region1` with 2,888");
        assertThat(report.receipts().getFirst().tried().getFirst().lastValue()).isEqualTo(2_888);
    }
}
