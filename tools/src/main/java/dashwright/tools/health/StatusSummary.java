package dashwright.tools.health;

import java.util.List;

/**
 * How things stand, in words printed from figures.
 *
 * @param text a few sentences; every number in them is one of the figures
 * @param figures the figures, in the order of the board
 */
public record StatusSummary(String text, List<Figure> figures) {
    public StatusSummary {
        figures = List.copyOf(figures);
    }
}
