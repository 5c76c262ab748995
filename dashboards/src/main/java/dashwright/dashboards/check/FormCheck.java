package dashwright.dashboards.check;

import java.util.List;

/** The first layer: would Datadog accept it? */
final class FormCheck {
    private static final List<BoardRule> BOARD_RULES =
            List.of(new BoardFields(), new BoardTags(), new VariableFields(), new WidgetIds(), new Layouts());

    private static final List<WidgetRule> WIDGET_RULES = List.of(
            new WidgetFields(),
            new WidgetRequests(),
            new WidgetPlaces(),
            new ConditionalFormats(),
            new Markers(),
            new QueryFields(),
            new QuerySyntax(),
            new SelectorForm(),
            new Formulas(),
            new Functions());

    private FormCheck() {}

    static void check(Board board, Findings findings) {
        BOARD_RULES.forEach(rule -> rule.check(board, findings));
        for (Widget widget : board.widgets()) {
            WIDGET_RULES.forEach(rule -> rule.check(widget, findings));
        }
    }
}
