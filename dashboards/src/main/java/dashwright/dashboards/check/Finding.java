package dashwright.dashboards.check;

/**
 * Something that a check found.
 *
 * @param code stable, as {@code metric-unknown}
 * @param severity how much it matters
 * @param widget the widget's id as text (its place, as {@code widgets[2]}, where it has none), empty for the whole board
 * @param title the widget's title, possibly empty
 * @param message what is wrong, for people
 * @param fix what to do about it
 */
public record Finding(String code, Severity severity, String widget, String title, String message, String fix) {}
