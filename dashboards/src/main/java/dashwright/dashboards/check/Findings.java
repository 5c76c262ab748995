package dashwright.dashboards.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collects findings; each is said once. Texts from boards and catalogs are data, so they are bounded. */
final class Findings {
    private static final int MAX_TEXT = 600;
    private static final int MAX_TITLE = 120;

    private final Map<String, Set<Finding>> byPlace = new LinkedHashMap<>();

    /** A finding about the whole board. */
    void add(Code code, String message, String fix) {
        add(code, code.severity(), "", "", message, fix);
    }

    void add(Code code, Widget widget, String message, String fix) {
        add(code, code.severity(), widget, message, fix);
    }

    void add(Code code, Severity severity, Widget widget, String message, String fix) {
        add(code, severity, widget.place(), widget.title(), message, fix);
    }

    private void add(Code code, Severity severity, String place, String title, String message, String fix) {
        Finding finding = new Finding(
                code.id(),
                severity,
                place,
                Texts.shortened(title, MAX_TITLE),
                Texts.shortened(message, MAX_TEXT),
                Texts.shortened(fix, MAX_TEXT));
        byPlace.computeIfAbsent(place, any -> new LinkedHashSet<>()).add(finding);
    }

    /** Those about the board, then those about its widgets in their order. */
    List<Finding> inOrder(Board board) {
        return inOrder(board.widgets().stream().map(Widget::place));
    }

    /** Those about a board that has no widgets to speak of. */
    List<Finding> inOrder() {
        return inOrder(Stream.empty());
    }

    private List<Finding> inOrder(Stream<String> places) {
        return Stream.concat(Stream.of(""), places)
                .flatMap(place -> byPlace.getOrDefault(place, Set.of()).stream())
                .toList();
    }
}
