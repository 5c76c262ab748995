package dashwright.dashboards.check;

import java.util.List;

/**
 * A template variable of a board.
 *
 * @param name without the dollar sign
 * @param prefix the tag key that it filters by, empty for none
 * @param defaults the values set at first; empty or {@code *} for all
 */
record Variable(String name, String prefix, List<String> defaults) {
    Variable {
        defaults = List.copyOf(defaults);
    }

    /** True where it filters nothing as the board opens. */
    boolean takesAll() {
        return defaults.isEmpty() || defaults.contains("*");
    }
}
