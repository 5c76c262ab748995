package dashwright.tools.toolbox;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Section.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where panels go. */
final class Sections {
    private Sections() {}

    /** The section of a plan that a word names by id or by kind. */
    static Optional<Section> find(DashboardPlan plan, String word) {
        return plan.sections().stream()
                .filter(section -> section.id().equals(word))
                .findFirst()
                .or(() -> plan.sections().stream()
                        .filter(section -> PanelReader.wordOf(section.kind()).equals(word))
                        .findFirst());
    }

    /** The kind that a panel asks for, or that its shape and measure suggest. */
    static Optional<Kind> kind(PanelRequest panel) {
        if (panel.section().isEmpty()) {
            return Optional.of(suggested(panel));
        }
        for (Kind kind : Kind.values()) {
            if (PanelReader.wordOf(kind).equals(panel.section())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Sections in the order in which a board is read, with their panels in the order given. */
    static List<Section> arrange(List<Placed> panels) {
        Map<Kind, List<Panel>> byKind = new EnumMap<>(Kind.class);
        panels.forEach(placed ->
                byKind.computeIfAbsent(placed.kind(), any -> new ArrayList<>()).add(placed.panel()));
        return byKind.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A panel and the kind of section that it goes to. */
    record Placed(Kind kind, Panel panel) {}

    static Section section(Kind kind, List<Panel> panels) {
        return new Section(PanelReader.wordOf(kind), title(kind), kind, panels);
    }

    private static Kind suggested(PanelRequest panel) {
        if (panel.shape() == Shape.NUMBER) {
            return Kind.SUMMARY;
        }
        Measure measure = panel.measure();
        if (measure != null && measure.isPercentile()) {
            return Kind.LATENCY;
        }
        return measure == Measure.TOTAL || measure == Measure.PER_SECOND ? Kind.THROUGHPUT : Kind.DETAIL;
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case SUMMARY -> "Key figures";
            case THROUGHPUT -> "Throughput";
            case LATENCY -> "Duration";
            case ERRORS -> "Errors";
            case RESOURCES -> "Resources";
            case BACKLOG -> "Backlog";
            case DETAIL -> "Detail";
        };
    }
}
