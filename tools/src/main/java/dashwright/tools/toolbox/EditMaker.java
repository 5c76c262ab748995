package dashwright.tools.toolbox;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.Section;
import dashwright.tools.metrics.ToolRefusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the changes that a model asks for into edits of a plan. */
final class EditMaker {
    private final DashboardPlan plan;
    private final PanelMaker maker;
    private final List<String> ids = new ArrayList<>();
    private final Set<String> newSections = new HashSet<>();
    private final List<PlanEdit> edits = new ArrayList<>();

    EditMaker(DashboardPlan plan, PanelMaker maker) {
        this.plan = plan;
        this.maker = maker;
        plan.panels().forEach(panel -> ids.add(panel.id()));
    }

    List<PlanEdit> edits(List<EditRequest> wanted) {
        wanted.forEach(this::add);
        return edits;
    }

    private void add(EditRequest wanted) {
        String id = wanted.id();
        switch (wanted.kind()) {
            case ADD -> addPanel(wanted, Objects.requireNonNull(wanted.panel()));
            case REPLACE -> replace(wanted, Objects.requireNonNull(wanted.panel()));
            case REMOVE -> edits.add(isSection(id) ? new PlanEdit.RemoveSection(id) : new PlanEdit.RemovePanel(id));
            case RETITLE -> edits.add(retitle(id, wanted.title()));
            case WINDOW ->
                edits.add(
                        id.isEmpty()
                                ? new PlanEdit.SetWindow(Objects.requireNonNull(wanted.window()))
                                : new PlanEdit.SetPanelWindow(id, wanted.window()));
            case MOVE -> edits.add(new PlanEdit.MovePanel(id, target(wanted), before(wanted)));
        }
    }

    private void addPanel(EditRequest wanted, PanelRequest panel) {
        Section section = sectionFor(wanted, panel);
        String id = PanelMaker.id(panel.title(), ids);
        ids.add(id);
        edits.add(new PlanEdit.AddPanel(section.id(), maker.make(id, panel, section.kind()), before(wanted)));
    }

    private void replace(EditRequest wanted, PanelRequest panel) {
        Section.Kind kind = sectionOf(wanted.id()).map(Section::kind).orElse(Section.Kind.DETAIL);
        edits.add(new PlanEdit.ReplacePanel(wanted.id(), maker.make(wanted.id(), panel, kind)));
    }

    private PlanEdit retitle(String id, String title) {
        if (id.isEmpty()) {
            return new PlanEdit.RetitleBoard(title);
        }
        return isSection(id) ? new PlanEdit.RetitleSection(id, title) : new PlanEdit.RetitlePanel(id, title);
    }

    /** The section that a panel is added to; one of its kind is made where there is none. */
    private Section sectionFor(EditRequest wanted, PanelRequest panel) {
        String word = wanted.section().isEmpty() ? panel.section() : wanted.section();
        Section.Kind kind = Sections.kind(panel).orElse(Section.Kind.DETAIL);
        Optional<Section> there = Sections.find(plan, word.isEmpty() ? PanelReader.wordOf(kind) : word);
        if (there.isPresent()) {
            return there.get();
        }
        if (!word.isEmpty() && !PanelReader.words(Section.Kind.class).contains(word)) {
            throw unknownSection(wanted, word);
        }
        Section.Kind wantedKind = word.isEmpty() ? kind : Section.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        Section section = Sections.section(wantedKind, List.of());
        if (newSections.add(section.id())) {
            edits.add(new PlanEdit.AddSection(section, null));
        }
        return section;
    }

    private String target(EditRequest wanted) {
        if (wanted.section().isEmpty()) {
            return sectionOf(wanted.before().isEmpty() ? wanted.id() : wanted.before())
                    .map(Section::id)
                    .orElse("");
        }
        return Sections.find(plan, wanted.section())
                .orElseThrow(() -> unknownSection(wanted, wanted.section()))
                .id();
    }

    private ToolRefusal unknownSection(EditRequest wanted, String word) {
        return new ToolRefusal(wanted.place() + ".section: there is no section '" + word + "'. Use one of "
                + String.join(", ", plan.sections().stream().map(Section::id).toList()) + ", or a new one of "
                + String.join(", ", PanelReader.words(Section.Kind.class)));
    }

    private boolean isSection(String id) {
        return !ids.contains(id)
                && plan.sections().stream().anyMatch(section -> section.id().equals(id));
    }

    private Optional<Section> sectionOf(String panel) {
        return plan.sections().stream()
                .filter(section ->
                        section.panels().stream().map(Panel::id).toList().contains(panel))
                .findFirst();
    }

    private static @Nullable String before(EditRequest wanted) {
        return wanted.before().isEmpty() ? null : wanted.before();
    }
}
