package dashwright.tools.toolbox;

import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.live.HumanValue;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.WindowText;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.drafting.Draft;
import dashwright.tools.metrics.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A draft in the words that a model can improve it by: its panels by id, and what came back when each was tried. */
final class DraftWords {
    private static final int MOST_FINDINGS = 12;
    private static final int MOST_REMARKS = 6;
    /** How wide a cell may be: as wide as the whole allows. */
    private static final int[] WIDTHS = {220, 140, 100, 60};

    private static final int LONG = 220;
    private static final int SHORT = 60;

    private final DashboardPlan plan;
    private final Map<String, Receipt> receipts;
    private final Map<String, String> panelOfPlace;

    private DraftWords(DashboardPlan plan, Map<String, Receipt> receipts, Map<String, String> panelOfPlace) {
        this.plan = plan;
        this.receipts = receipts;
        this.panelOfPlace = panelOfPlace;
    }

    /**
     * A draft's panels, findings and remarks; where that is too much, with less about each panel.
     *
     * @param placeOfPanel for each panel, by its id, the place of its widget on the board
     */
    static String of(Draft draft, Map<String, String> placeOfPanel) {
        Map<String, String> panelOfPlace = placeOfPanel.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, _) -> first));
        Map<String, Receipt> receipts = draft.report().receipts().stream()
                .collect(Collectors.toMap(Receipt::widget, receipt -> receipt, (first, _) -> first));
        DraftWords words = new DraftWords(draft.plan(), receipts, panelOfPlace);
        for (int width : WIDTHS) {
            TextTable whole = words.table(draft, placeOfPanel, width);
            if (whole.fits()) {
                return whole.asText("");
            }
        }
        return words.summary(draft, placeOfPanel).asText("draft fewer panels, or remove some of them");
    }

    /** A plan's panels, before anything was tried. */
    static String of(DashboardPlan plan) {
        TextTable table = new TextTable().row(plan.title(), WindowText.format(plan.window()));
        new DraftWords(plan, Map.of(), Map.of()).panels(table, Map.of(), LONG);
        return table.fits() ? table.asText("") : ids(plan);
    }

    private static String ids(DashboardPlan plan) {
        return ForeignText.clean(
                plan.panels().stream().map(Panel::id).collect(Collectors.joining(" ")), TextTable.MOST);
    }

    private TextTable table(Draft draft, Map<String, String> places, int width) {
        TextTable table = heading(draft);
        panels(table, places, width);
        findings(table, draft.report().findings(), width == LONG ? MOST_FINDINGS : MOST_FINDINGS / 2);
        draft.remarks().stream().limit(MOST_REMARKS).forEach(remark -> table.row("remark", clean(remark, LONG)));
        return table;
    }

    /** The panels that need a look alone. */
    private TextTable summary(Draft draft, Map<String, String> places) {
        TextTable table = heading(draft).line("Not listed are panels that are live.");
        plan.panels().stream()
                .filter(panel -> !tried(panel, places, SHORT).startsWith("live"))
                .limit(30)
                .forEach(panel -> table.row(panel.id(), tried(panel, places, SHORT)));
        findings(table, draft.report().findings(), MOST_FINDINGS / 2);
        return table;
    }

    private TextTable heading(Draft draft) {
        long errors = count(draft, Severity.ERROR);
        TextTable table = new TextTable()
                .row(clean(plan.title(), LONG), "window " + WindowText.format(plan.window()))
                .line(plan.panels().size() + " panels, " + errors + " errors, " + count(draft, Severity.WARNING)
                        + " warnings.");
        return errors == 0 ? table : table.line("A board with errors is not proposed: mend them with revise_draft.");
    }

    private static long count(Draft draft, Severity severity) {
        return draft.report().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private void panels(TextTable table, Map<String, String> places, int width) {
        table.row("section", "id", "title", "shape", "reads", "tried");
        for (Section section : plan.sections()) {
            for (Panel panel : section.panels()) {
                switch (panel) {
                    case Panel.Note note ->
                        table.row(section.id(), note.id(), "", "note", clean(note.text(), SHORT), "");
                    case Panel.Chart chart ->
                        table.row(
                                section.id(),
                                chart.id(),
                                clean(chart.title(), width),
                                PanelReader.wordOf(chart.shape()),
                                clean(reads(chart), width),
                                tried(chart, places, width));
                }
            }
        }
    }

    private static String reads(Panel.Chart chart) {
        return chart.series().stream().map(DraftWords::reads).collect(Collectors.joining(" and "));
    }

    private static String reads(Series series) {
        String what = switch (series) {
            case Series.OfMetric metric -> metric.metric();
            case Series.OfSpans spans ->
                "spans " + String.join("/", spans.service(), spans.operation(), spans.resource());
        };
        String filters = series.filters().stream().map(DraftWords::filter).collect(Collectors.joining(" "));
        String by = series.by().isEmpty() ? "" : " by " + String.join("+", series.by());
        return PanelReader.wordOf(series.measure()) + " of " + what + (filters.isEmpty() ? "" : " " + filters) + by;
    }

    private static String filter(TagFilter filter) {
        return (filter.excluded() ? "!" : "") + filter.key() + ":" + String.join("|", filter.values());
    }

    private String tried(Panel panel, Map<String, String> places, int width) {
        Receipt receipt = receipts.get(places.getOrDefault(panel.id(), ""));
        if (receipt == null) {
            return panel instanceof Panel.Note ? "" : "not tried";
        }
        String came = receipt.tried().stream()
                .max(Comparator.comparing((Tried tried) -> !tried.failure().isEmpty()))
                .map(DraftWords::came)
                .orElse("");
        String verdict = switch (receipt.verdict()) {
            case LIVE -> "live";
            case EMPTY_GOOD -> "empty and that is good";
            case EMPTY_UNKNOWN -> "empty and nobody knows why: " + receipt.explanation();
            case NOT_RUN -> "not tried: " + receipt.explanation();
            case FAILED -> "failed: " + receipt.explanation();
        };
        return clean(came.isEmpty() ? verdict : verdict + "; " + came, width);
    }

    private static String came(Tried tried) {
        if (!tried.failure().isEmpty()) {
            return tried.failure();
        }
        String last = tried.lastValue() == null ? "" : "; last " + HumanValue.of(tried.lastValue(), tried.unit());
        return tried.points() + " points" + last;
    }

    private void findings(TextTable table, List<Finding> findings, int most) {
        List<Finding> worst = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        worst.stream()
                .limit(most)
                .forEach(finding -> table.row(
                        finding.severity() == Severity.ERROR ? "error" : "warning",
                        finding.code(),
                        name(finding),
                        clean(finding.message() + " " + finding.fix(), LONG)));
        if (worst.size() > most) {
            table.line("and " + (worst.size() - most) + " more findings");
        }
    }

    private String name(Finding finding) {
        @Nullable String panel = panelOfPlace.get(finding.widget());
        return panel != null ? panel : finding.widget().isEmpty() ? "the board" : clean(finding.title(), SHORT);
    }

    private static String clean(String text, int most) {
        return ForeignText.clean(text, most);
    }
}
