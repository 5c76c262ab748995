package dashwright.dashboards.plan;

import java.util.List;

/**
 * A filter that the reader of a board can set.
 *
 * @param name its name, without the dollar sign
 * @param tag the tag key that it filters by
 * @param defaults the values set at first; {@code *} for all
 */
public record TemplateVariable(String name, String tag, List<String> defaults) {
    public TemplateVariable {
        defaults = List.copyOf(defaults);
    }
}
