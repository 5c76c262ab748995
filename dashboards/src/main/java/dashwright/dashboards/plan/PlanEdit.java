package dashwright.dashboards.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A small change of a plan. It names panels and sections by their ids, which stay what they are through all changes. */
public sealed interface PlanEdit {
    /** Gives the board another title. */
    record RetitleBoard(String title) implements PlanEdit {}

    /** Gives the board another window. */
    record SetWindow(Duration window) implements PlanEdit {}

    /** Gives a panel a window of its own, or with null the board's again. */
    record SetPanelWindow(String panel, @Nullable Duration window) implements PlanEdit {}

    /**
     * Adds a section.
     *
     * @param before the section that it goes before, null for the end
     */
    record AddSection(Section section, @Nullable String before) implements PlanEdit {}

    /** Removes a section with its panels. */
    record RemoveSection(String section) implements PlanEdit {}

    /** Gives a section another title. */
    record RetitleSection(String section, String title) implements PlanEdit {}

    /**
     * Adds a panel.
     *
     * @param section the section that it goes to
     * @param before the panel of that section that it goes before, null for the end
     */
    record AddPanel(String section, Panel panel, @Nullable String before) implements PlanEdit {}

    /** Removes a panel. */
    record RemovePanel(String panel) implements PlanEdit {}

    /** Puts a panel in the place of another; it keeps the id of the one that it replaces. */
    record ReplacePanel(String panel, Panel with) implements PlanEdit {}

    /** Gives a chart another title. */
    record RetitlePanel(String panel, String title) implements PlanEdit {}

    /** Draws a chart in another way. */
    record ReshapePanel(String panel, Panel.Shape shape) implements PlanEdit {}

    /**
     * Moves a panel.
     *
     * @param section the section that it goes to, which may be its own
     * @param before the panel of that section that it goes before, null for the end
     */
    record MovePanel(String panel, String section, @Nullable String before) implements PlanEdit {}
}
