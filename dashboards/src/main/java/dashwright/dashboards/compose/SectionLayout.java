package dashwright.dashboards.compose;

import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of one section, as in the team's standard: big numbers, the main trend over the whole width, secondary graphs
 * beside one another, then lists and tables; below each row a note with what its figures mean.
 */
final class SectionLayout {
    private final List<Cell> cells = new ArrayList<>();
    private int y;

    private SectionLayout() {}

    /** The widgets from top to bottom and from left to right. */
    static List<Cell> of(List<Drawing> drawings) {
        SectionLayout layout = new SectionLayout();
        List<Drawing> opening =
                drawings.stream().takeWhile(SectionLayout::isNote).toList();
        List<Drawing> rest = drawings.subList(opening.size(), drawings.size());
        layout.notes(opening);
        layout.numbers(rest.stream().filter(each -> is(each, Shape.NUMBER)).toList());
        layout.graphs(rest);
        layout.notes(rest.stream().filter(SectionLayout::isNote).toList());
        return List.copyOf(layout.cells);
    }

    private static boolean isNote(Drawing drawing) {
        return drawing.panel() instanceof Note;
    }

    private static boolean is(Drawing drawing, Shape shape) {
        return drawing.panel() instanceof Chart chart && chart.shape() == shape;
    }

    private static boolean isTrend(Drawing drawing) {
        return is(drawing, Shape.LINE) || is(drawing, Shape.AREA) || is(drawing, Shape.BARS);
    }

    private void numbers(List<Drawing> numbers) {
        int from = 0;
        for (int size : Rows.ofNumbers(numbers.size())) {
            row(numbers.subList(from, from + size), Rows.widths(size));
            from += size;
        }
        meanings(numbers);
    }

    private void graphs(List<Drawing> drawings) {
        List<Drawing> trends = drawings.stream().filter(SectionLayout::isTrend).toList();
        List<Drawing> graphs = new ArrayList<>(trends);
        drawings.stream()
                .filter(each -> !isTrend(each) && !isNote(each) && !is(each, Shape.NUMBER))
                .forEach(graphs::add);
        if (trends.size() == 1 && graphs.size() == 2) {
            rowWithMeanings(graphs, List.of(8, 4));
            return;
        }
        int from = 0;
        if (!trends.isEmpty() && graphs.size() != 2) {
            rowWithMeanings(graphs.subList(0, 1), List.of(Cell.COLUMNS));
            from = 1;
        }
        for (int size : Rows.ofHalves(graphs.size() - from)) {
            rowWithMeanings(graphs.subList(from, from + size), Rows.widths(size));
            from += size;
        }
    }

    private void rowWithMeanings(List<Drawing> drawings, List<Integer> widths) {
        row(drawings, widths);
        meanings(drawings);
    }

    private void row(List<Drawing> drawings, List<Integer> widths) {
        int height = drawings.stream().mapToInt(SectionLayout::height).max().orElse(0);
        int x = 0;
        for (int index = 0; index < drawings.size(); index++) {
            Drawing drawing = drawings.get(index);
            cells.add(new Cell(drawing.panel().id(), drawing.definition(), x, y, widths.get(index), height));
            x += widths.get(index);
        }
        y += height;
    }

    /** Lists and their like need room for their rows. */
    private static int height(Drawing drawing) {
        if (is(drawing, Shape.NUMBER)) {
            return 2;
        }
        return isTrend(drawing) ? 3 : 4;
    }

    private void meanings(List<Drawing> drawings) {
        String text = Notes.meanings(drawings.stream()
                .map(Drawing::panel)
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .toList());
        if (!text.isEmpty()) {
            int height = Notes.height(text, Cell.COLUMNS);
            cells.add(new Cell("", Notes.definition(text, "gray"), 0, y, Cell.COLUMNS, height));
            y += height;
        }
    }

    private void notes(List<Drawing> notes) {
        for (Drawing note : notes) {
            int height = Notes.height(note.definition().path("content").asText(), Cell.COLUMNS);
            cells.add(new Cell(note.panel().id(), note.definition(), 0, y, Cell.COLUMNS, height));
            y += height;
        }
    }
}
