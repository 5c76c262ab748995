package dashwright.tools.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.sync.Unread;
import dashwright.catalog.sync.Wanted;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.tools.drafting.PlanningOutcome.Gap;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidPlannerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Knows two names, and can read nothing. */
    private static final class Spent implements Knowledge {
        private final List<Unread> unread = new ArrayList<>();

        @Override
        public Catalog catalog() {
            return Catalog.of(List.of(Metric.named("mail.sent"), Metric.named("mail.late")), List.of(), NOW);
        }

        @Override
        public MetricSearch search() {
            throw new UnsupportedOperationException("nobody searches here");
        }

        @Override
        public Catalog describe(Collection<String> metrics) {
            metrics.forEach(name -> refuse(new Wanted.Metadata(name)));
            return catalog();
        }

        @Override
        public Catalog enrich(Collection<String> metrics) {
            metrics.forEach(name -> refuse(new Wanted.Tags(name)));
            return describe(metrics);
        }

        @Override
        public Catalog carrying(String tagKey, String tagValue) {
            refuse(new Wanted.Carriers(tagKey, tagValue));
            return catalog();
        }

        private void refuse(Wanted wanted) {
            unread.add(new Unread(wanted, Unread.Cause.BUDGET, "no read is left until 12:40 UTC", NOW));
        }

        @Override
        public Knowledge forRequest() {
            return new Spent();
        }

        @Override
        public List<Unread> unread() {
            return unread;
        }
    }

    private static DashboardPlan plan() {
        return PlanCodec.readYaml("""
                title: Mail
                sections:
                  - id: summary
                    title: Key figures
                    kind: summary
                    panels:
                      - id: sent
                        title: Mails sent
                        shape: number
                        series: [{metric: mail.sent, measure: average}]
                """);
    }

    @Test
    void namesWhatTheBoardShowsUnreadAndCountsWhatWasNotLookedAt() {
        RequestPlanner candid = new CandidPlanner(new Spent(), knowledge -> text -> {
            knowledge.enrich(List.of("mail.sent"));
            knowledge.describe(List.of("mail.late"));
            knowledge.carrying("env", "prod");
            return new Planned(plan(), List.of("first"));
        });

        assertThat(candid.plan("mail"))
                .isInstanceOfSatisfying(
                        Planned.class,
                        planned -> assertThat(planned.remarks())
                                .containsExactly(
                                        "first",
                                        "Not known of what the board shows: type, unit and description of mail.sent; the tags of"
                                                + " mail.sent; which metrics carry env:prod. Reason: no read is left until 12:40"
                                                + " UTC. Build it again when it can be read.",
                                        "1 metric that may belong here could not be looked at, so the board may show less than"
                                                + " there is."));
    }

    @Test
    void saysThatAGapMayBeNoneWhereNotEverythingCouldBeRead() {
        RequestPlanner candid = new CandidPlanner(new Spent(), knowledge -> text -> {
            knowledge.describe(List.of("mail.sent"));
            return new Gap(List.of("pizza"), List.of(), "Count pizzas.");
        });

        assertThat(candid.plan("pizza"))
                .isInstanceOfSatisfying(
                        Gap.class,
                        gap -> assertThat(gap.instrument())
                                .startsWith(
                                        "This may be wrong: the descriptions or tags of mail.sent could not be read")
                                .contains("12:40 UTC")
                                .endsWith("\nCount pizzas."));
    }

    @Test
    void addsNothingWhereEverythingWasRead() {
        RequestPlanner candid = new CandidPlanner(new Spent(), knowledge -> text -> new Planned(plan(), List.of()));

        assertThat(candid.plan("mail"))
                .isInstanceOfSatisfying(
                        Planned.class, planned -> assertThat(planned.remarks()).isEmpty());
    }
}
