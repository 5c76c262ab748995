package dashwright.dashboards.plan;

import java.util.List;

/**
 * A condition on one tag.
 *
 * @param key the tag key
 * @param values any of these
 * @param excluded true for none of these
 */
public record TagFilter(String key, List<String> values, boolean excluded) {
    public TagFilter {
        if (key.isBlank() || values.isEmpty()) {
            throw new IllegalArgumentException("a tag filter needs a key and at least one value");
        }
        values = List.copyOf(values);
    }

    /** The tag has this value. */
    public static TagFilter is(String key, String value) {
        return new TagFilter(key, List.of(value), false);
    }
}
