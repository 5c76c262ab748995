package dashwright.tools.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.catalog.Unit;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Receipt.Verdict;
import dashwright.dashboards.live.TimeRange;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.tools.drafting.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceIsNoHealthTest {
    private static final TimeRange HOUR = TimeRange.last(Duration.ofHours(1), Instant.parse("2026-08-21T15:00:00Z"));

    @Test
    void aSilentErrorCountIsGoodBesideWorkThatGoesOn() {
        StatusSummary status = new ReceiptStatus()
                .report(draft(
                        number("Tasks completed", Verdict.LIVE, 12.0),
                        number("Tasks failed", Verdict.EMPTY_GOOD, null)));

        assertThat(status.figures()).extracting(Figure::emptyIsGood).containsExactly(false, true);
    }

    @Test
    void aSilentErrorCountIsUnknownWhereEverythingIsSilent() {
        StatusSummary status = new ReceiptStatus()
                .report(draft(
                        number("Tasks completed", Verdict.EMPTY_UNKNOWN, null),
                        number("Tasks failed", Verdict.EMPTY_GOOD, null)));

        assertThat(status.figures()).extracting(Figure::emptyIsGood).containsOnly(false);
        assertThat(status.text()).contains("Unknown").doesNotContain("good");
    }

    private static Receipt number(String title, Verdict verdict, @Nullable Double value) {
        Tried tried = new Tried("sum:m{*}", HOUR, 1, value == null ? 0 : 1, value, HOUR.to(), Unit.NONE, "");
        return new Receipt("widgets[0]", title, "query_value", List.of(), List.of(tried), null, verdict, "");
    }

    private static Draft draft(Receipt... receipts) {
        DashboardPlan plan = new DashboardPlan("Tasks", "", Duration.ofHours(4), List.of(), List.of(), List.of());
        CheckReport report = new CheckReport(List.of(), List.of(receipts));
        return new Draft(plan, JsonNodeFactory.instance.objectNode(), "0", report, List.of());
    }
}
