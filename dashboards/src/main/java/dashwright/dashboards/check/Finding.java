package dashwright.dashboards.check;

/**
 * Something that a check found.
 *
 * @param code stable, as {@code metric-unknown}: the {@link Code#id()} of a {@link Code}
 * @param severity how much it matters
 * @param widget the widget's place, as {@code widgets[1].widgets[0]}, empty for the whole board; ids are the server's, and
 *     a board that is not created yet has none
 * @param title the widget's title, possibly empty
 * @param message what is wrong, for people
 * @param fix what to do about it
 */
public record Finding(String code, Severity severity, String widget, String title, String message, String fix) {}
