package dashwright.lab.datadog.query;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QueryParser;
import dashwright.dashboards.query.QuerySyntaxException;
import dashwright.lab.datadog.http.Refusal;
import java.util.List;
import java.util.function.Function;

/** Reads the texts of queries and formulas; what cannot be read is refused in Datadog's words. */
final class QueryTexts {
    private QueryTexts() {}

    static Expression query(String text) {
        return read(text, QueryParser::parseQuery);
    }

    static List<Expression> queries(String text) {
        return read(text, QueryParser::parseQueries);
    }

    static Expression formula(String text) {
        return read(text, QueryParser::parseFormula);
    }

    private static <T> T read(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (QuerySyntaxException wrong) {
            String rest = text.substring(Math.min(text.length(), wrong.column() - 1));
            throw Refusal.badRequest(
                    "Error parsing query: unable to parse " + text + ": Rule 'scope_expr' didn't match at '" + rest
                            + "' (line 1, column " + wrong.column() + "). Expected " + wrong.expected() + ".");
        }
    }
}
