package dashwright.dashboards.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Widgets that cover each other. An ordered board is stored as up to three parts, one after the other: a header and the
 * two columns that it breaks into on wide screens. Each counts its rows from (0, 0) again, as every exported board shows
 * that Datadog's editor laid out in columns.
 */
final class Overlaps {
    private static final int MAX_PARTS = 3;

    private Overlaps() {}

    static void check(boolean onBoard, List<Placed> widgets, Findings findings) {
        List<List<Placed>> parts = onBoard ? parts(widgets) : List.of(widgets);
        for (List<Placed> part : parts.size() <= MAX_PARTS ? parts : List.of(widgets)) {
            checkPart(part, findings);
        }
    }

    private static List<List<Placed>> parts(List<Placed> widgets) {
        List<List<Placed>> parts = new ArrayList<>();
        for (Placed widget : widgets) {
            if (parts.isEmpty() || widget.beginsColumn()) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(widget);
        }
        return parts;
    }

    /** From top to bottom, each against those that begin above its lower edge; one finding for each widget. */
    private static void checkPart(List<Placed> part, Findings findings) {
        List<Placed> sorted =
                part.stream().sorted(Comparator.comparingInt(Placed::y)).toList();
        for (int index = 0; index < sorted.size(); index++) {
            Placed upper = sorted.get(index);
            for (int below = index + 1;
                    below < sorted.size() && sorted.get(below).y() < upper.bottom();
                    below++) {
                if (upper.covers(sorted.get(below))) {
                    report(upper, sorted.get(below), findings);
                    break;
                }
            }
        }
    }

    private static void report(Placed upper, Placed lower, Findings findings) {
        findings.add(
                Code.LAYOUT_OVERLAP,
                lower.widget(),
                "it overlaps " + upper.widget().place() + " "
                        + Texts.quoted(upper.widget().title()),
                "move it to y = " + upper.bottom() + " or beside that widget");
    }
}
