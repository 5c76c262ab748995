package dashwright.dashboards.plan;

import java.time.Duration;
import java.util.List;

/**
 * What a dashboard is to show, before it becomes Datadog's JSON. People read and write it as YAML; planner and model both
 * fill it in.
 *
 * @param title the board's title
 * @param description what it is for, possibly empty
 * @param window the board's usual window
 * @param variables filters that the reader can set; each is applied to every series whose metric carries its tag
 * @param sections groups of panels, in order
 * @param links where to read on
 */
public record DashboardPlan(
        String title,
        String description,
        Duration window,
        List<TemplateVariable> variables,
        List<Section> sections,
        List<Link> links) {
    public DashboardPlan {
        variables = List.copyOf(variables);
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    /** All panels, in order. */
    public List<Panel> panels() {
        return sections.stream().flatMap(section -> section.panels().stream()).toList();
    }
}
