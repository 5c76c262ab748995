package dashwright.dashboards.check;

import dashwright.dashboards.query.QuerySyntaxException;

/** Metric queries must be readable. */
final class QuerySyntax implements WidgetRule {
    @Override
    public void check(Widget widget, Findings findings) {
        for (NamedQuery query : widget.queries()) {
            QuerySyntaxException mistake = query.mistake();
            if (mistake != null) {
                findings.add(
                        code(mistake),
                        widget,
                        "the query " + Texts.quoted(query.text()) + " cannot be read: " + firstLine(mistake),
                        fix(mistake));
            }
        }
    }

    /** Without the excerpt, whose caret needs a line of its own. */
    static String firstLine(QuerySyntaxException mistake) {
        return String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
    }

    private static Code code(QuerySyntaxException mistake) {
        return switch (mistake.reason()) {
            case SEVERAL_QUERIES -> Code.QUERIES_JOINED;
            case SECOND_SCOPE -> Code.SCOPE_TWICE;
            case MIXED_SCOPE -> Code.SCOPE_MIXED;
            case GRAMMAR, TOO_LARGE -> Code.QUERY_SYNTAX;
        };
    }

    private static String fix(QuerySyntaxException mistake) {
        return switch (mistake.reason()) {
            case SEVERAL_QUERIES -> "make each part an element of queries with a name of its own";
            case SECOND_SCOPE -> "join the conditions in one scope: {a:b,c:d}";
            case MIXED_SCOPE -> "use either {a:b,!c:d} or {a:b AND NOT c:d}";
            case GRAMMAR -> "write it as avg:metric{scope} by {tag}";
            case TOO_LARGE -> "split it into several queries and a formula";
        };
    }
}
