package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.Catalog;
import dashwright.catalog.search.MetricSearch;
import dashwright.dashboards.check.Receipt.Fit;
import dashwright.dashboards.live.QueryRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks any Datadog dashboard, ours or not, in layers: form, catalog, meaning, live. It never throws for what a tree holds
 * or lacks; what cannot be read is a finding.
 *
 * <p>Widgets are named by their place, as {@code widgets[1].widgets[0]} for the first widget of the group that is the
 * board's second: before a board is created its widgets have no ids.
 */
public final class DashboardCheck {
    /** The window of boards and widgets that set none, which is also what Datadog opens such a board with. */
    public static final Duration DEFAULT_WINDOW = Duration.ofHours(4);

    /** Real boards have up to 30 levels, Vega specifications some more. */
    private static final int MAX_DEPTH = 200;

    /** Whether Datadog would accept it; needs nothing but the board and yields no receipts. */
    public CheckReport checkForm(JsonNode dashboard) {
        if (isTooDeep(dashboard)) {
            return tooDeep();
        }
        Board board = BoardReader.read(dashboard);
        Findings findings = new Findings();
        FormCheck.check(board, findings);
        return new CheckReport(findings.inOrder(board), List.of());
    }

    /** Form, catalog and meaning; the receipts say that nothing was tried. */
    public CheckReport check(JsonNode dashboard, Catalog catalog, MetricSearch search) {
        if (isTooDeep(dashboard)) {
            return tooDeep();
        }
        Board board = BoardReader.read(dashboard);
        Findings findings = new Findings();
        Map<String, Fit> fits = checkStill(board, catalog, search, findings);
        return new CheckReport(findings.inOrder(board), new Receipts(board, catalog).of(fits, Map.of()));
    }

    /** As the longer one, with the default window, and no widget of which empty is declared good. */
    public CheckReport checkLive(
            JsonNode dashboard, Catalog catalog, MetricSearch search, QueryRunner runner, Instant now) {
        return checkLive(dashboard, catalog, search, runner, now, DEFAULT_WINDOW, Set.of());
    }

    /**
     * All layers: every request that the query API can answer is run once, a number also as a series.
     *
     * @param runner runs all requests in one call
     * @param now the end of all windows that have none of their own
     * @param window the window of widgets that set none on a board that sets none
     * @param emptyIsGood the places of widgets ({@code widgets[1].widgets[0]}) of which their author says that no data is
     *     good news; it is believed where the metric is known to have reported
     */
    public CheckReport checkLive(
            JsonNode dashboard,
            Catalog catalog,
            MetricSearch search,
            QueryRunner runner,
            Instant now,
            Duration window,
            Set<String> emptyIsGood) {
        if (isTooDeep(dashboard)) {
            return tooDeep();
        }
        Board board = BoardReader.read(dashboard);
        Findings findings = new Findings();
        Map<String, Fit> fits = checkStill(board, catalog, search, findings);
        TrialPlanner planner = new TrialPlanner(board, now, window);
        Map<String, Outcome> outcomes = new LiveCheck(board, planner, catalog, emptyIsGood).check(runner, findings);
        return new CheckReport(findings.inOrder(board), new Receipts(board, catalog).of(fits, outcomes));
    }

    private static Map<String, Fit> checkStill(Board board, Catalog catalog, MetricSearch search, Findings findings) {
        FormCheck.check(board, findings);
        new CatalogCheck(board, catalog, search).check(findings);
        MeaningCheck meaning = new MeaningCheck(board, catalog, search);
        Map<String, Fit> fits = new HashMap<>();
        for (Widget widget : board.widgets()) {
            Fit fit = meaning.check(widget, findings);
            if (fit != null) {
                fits.put(widget.place(), fit);
            }
        }
        return fits;
    }

    private static boolean isTooDeep(JsonNode dashboard) {
        return Json.isDeeperThan(dashboard, MAX_DEPTH);
    }

    private static CheckReport tooDeep() {
        Findings findings = new Findings();
        findings.add(
                Code.BOARD_TOO_DEEP,
                "the JSON is nested more than " + MAX_DEPTH + " levels deep; nothing more was checked",
                "export the board from Datadog again");
        return new CheckReport(findings.inOrder(), List.of());
    }
}
