package dashwright.tools.drafting;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.MetricSearch;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.DashboardCheck;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.compose.Composed;
import dashwright.dashboards.compose.Composer;
import dashwright.dashboards.live.QueryRunner;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Composes, checks in all layers, and tries every query where there is something to try it on. */
public final class CheckedDrafter implements Drafter {
    private final RequestPlanner.Knowledge knowledge;
    private final Optional<QueryRunner> runner;
    private final InstantSource clock;

    /**
     * A drafter.
     *
     * @param knowledge what is known of the catalog when a draft is made
     * @param runner runs the queries; empty where there is no live data, and then the receipts say "not run"
     * @param clock the end of every window
     */
    public CheckedDrafter(RequestPlanner.Knowledge knowledge, Optional<QueryRunner> runner, InstantSource clock) {
        this.knowledge = knowledge;
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public Draft draft(DashboardPlan plan, List<String> remarks, Progress progress) {
        int panels = plan.panels().size();
        progress.step("Composing " + panels + (panels == 1 ? " panel" : " panels"));
        // At the last full minute: half a minute of counts would look like a fall.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Catalog catalog = new SeriesSplits(knowledge, runner).of(plan, now);
        Composed composed = Composer.compose(plan, catalog, new RecentSpans(runner).of(plan, now));
        progress.step(runner.isPresent() ? "Checking it and trying every query on live data" : "Checking it");
        CheckReport checked = check(plan, composed, catalog, now);
        List<Finding> findings = new ArrayList<>(composed.problems().stream()
                .map(problem -> new Finding(
                        problem.code(), Severity.ERROR, problem.place(), "", problem.message(), problem.fix()))
                .toList());
        findings.addAll(checked.findings());
        return new Draft(
                plan,
                composed.json(),
                DashboardHash.of(composed.json()),
                new CheckReport(findings, checked.receipts()),
                remarks);
    }

    private CheckReport check(DashboardPlan plan, Composed composed, Catalog catalog, Instant now) {
        MetricSearch search = knowledge.search();
        DashboardCheck check = new DashboardCheck();
        return runner.map(live -> check.checkLive(
                        composed.json(),
                        catalog,
                        search,
                        live,
                        now,
                        plan.window(),
                        placesWhereEmptyIsGood(plan, composed)))
                .orElseGet(() -> check.check(composed.json(), catalog, search));
    }

    private static Set<String> placesWhereEmptyIsGood(DashboardPlan plan, Composed composed) {
        return plan.panels().stream()
                .filter(panel -> panel instanceof Panel.Chart chart && chart.whenEmpty() == Panel.Emptiness.GOOD)
                .flatMap(panel -> Optional.ofNullable(composed.placeOfPanel().get(panel.id())).stream())
                .collect(Collectors.toSet());
    }
}
