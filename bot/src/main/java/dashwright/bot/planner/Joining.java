package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Formula;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Panels that join a board: those that it shows already stay away, the others get ids and titles of their own. */
final class Joining {
    private final String what;
    private final Set<String> sections;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<Shown> shown = new HashSet<>();

    /** Onto this board, for what was asked to be added. */
    Joining(DashboardPlan plan, String what) {
        this.what = what;
        this.sections = plan.sections().stream().map(Section::id).collect(Collectors.toSet());
        for (Panel panel : plan.panels()) {
            ids.add(panel.id());
            if (panel instanceof Panel.Chart chart) {
                titles.add(chart.title());
                shown.add(Shown.by(chart));
            }
        }
    }

    /** What a chart shows, whatever it is called. */
    private record Shown(
            Panel.Shape shape,
            Set<String> series,
            Set<String> formulas,
            @Nullable Duration window) {
        static Shown by(Panel.Chart chart) {
            return new Shown(
                    chart.shape(),
                    chart.series().stream().map(Shown::read).collect(Collectors.toSet()),
                    chart.formulas().stream().map(Formula::expression).collect(Collectors.toSet()),
                    chart.window());
        }

        private static String read(Series series) {
            return switch (series) {
                case Series.OfMetric one -> one.metric() + one.measure() + one.filters() + one.by();
                case Series.OfSpans spans ->
                    spans.service()
                            + spans.operation()
                            + spans.resource()
                            + spans.measure()
                            + spans.filters()
                            + spans.by();
            };
        }
    }

    /** The sections of another board with those of their panels that are not on this one yet. */
    List<Section> fresh(DashboardPlan more) {
        return more.sections().stream()
                .map(section -> new Section(section.id(), section.title(), section.kind(), fresh(section.panels())))
                .filter(section -> !section.panels().isEmpty())
                .toList();
    }

    private List<Panel> fresh(List<Panel> panels) {
        return panels.stream().filter(this::isNew).map(this::renamed).toList();
    }

    /** What puts sections on the board: panels go to the section of the same id where it has one. */
    List<PlanEdit> edits(List<Section> fresh) {
        return fresh.stream()
                .flatMap(section -> sections.contains(section.id())
                        ? section.panels().stream()
                                .<PlanEdit>map(panel -> new PlanEdit.AddPanel(section.id(), panel, null))
                        : Stream.<PlanEdit>of(new PlanEdit.AddSection(section, null)))
                .toList();
    }

    private boolean isNew(Panel panel) {
        return !(panel instanceof Panel.Chart chart) || shown.add(Shown.by(chart));
    }

    private Panel renamed(Panel panel) {
        String id = free(ids, panel.id(), "_");
        return switch (panel) {
            case Panel.Note note -> new Panel.Note(id, note.text());
            case Panel.Chart chart ->
                new Panel.Chart(
                        id,
                        title(chart),
                        chart.shape(),
                        chart.series(),
                        chart.formulas(),
                        chart.thresholds(),
                        chart.window(),
                        chart.whenEmpty(),
                        chart.meaning(),
                        chart.limit());
        };
    }

    private String title(Panel.Chart chart) {
        boolean taken = titles.contains(chart.title());
        String own = taken && what.length() < 50 ? chart.title() + " (" + what + ")" : chart.title();
        return free(titles, own, " ");
    }

    private static String free(Set<String> taken, String name, String joint) {
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = name + joint + n;
        }
        return free;
    }
}
