package dashwright.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Expression.TextLiteral;
import dashwright.dashboards.query.Scope.In;
import dashwright.dashboards.query.Scope.TagMatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryPrinterTest {
    private static Selector over(Scope scope) {
        return new Selector(SpaceAggregator.SUM, "m", scope, List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m{ * }                             | avg:m{*}",
                "sum:m{a:b , !c:d}by{ x,y }         | sum:m{a:b,!c:d} by {x,y}",
                "sum:m{a:b AND NOT c:d}             | sum:m{a:b,!c:d}",
                "sum:m{a:b AND (NOT c:d)}           | sum:m{a:b,!c:d}",
                "sum:m{a:b and c in (x , y)}        | sum:m{a:b AND c IN (x,y)}",
                "sum:m{NOT a IN (x)}                | sum:m{a NOT IN (x)}",
                "m{a OR (b AND c)}                  | avg:m{a OR b AND c}",
                "m{(a OR b) AND c}                  | avg:m{(a OR b) AND c}",
                "m{(a AND b) AND c}                 | avg:m{(a AND b) AND c}",
                "m{NOT (a OR b)}                    | avg:m{NOT (a OR b)}",
                "m{*}.rollup( 'avg' ,60 ) .fill(0)  | avg:m{*}.rollup(avg, 60).fill(0)",
                "count( v: v>5 ):m{*}               | count(v: v>5):m{*}",
                "top(m{*},10,mean,\"desc\")         | top(avg:m{*}, 10, 'mean', 'desc')",
                "f(m{*},interval = 60,x='y')        | f(avg:m{*}, interval=60, x='y')",
            })
    void writesOneFormForAllThatMeanTheSame(String text, String canonical) {
        assertThat(QueryPrinter.print(QueryParser.parseQuery(text))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b * c",
                "(a + b) * c",
                "a - (b - c)",
                "a - b - c",
                "a / (b / c)",
                "a / b * c",
                "a * (b / c)",
                "-a * -b",
                "-(a + b)",
                "-(-a)",
                "-(1)",
                "a - -1",
                "a * -0.25",
                "default_zero((1 - (query2 / query1)) * 100)",
                "top(a, 10, 'mean', 'desc')",
                "f(a, \"it's\", direction='both')",
                "1000000 * abs(a)"
            })
    void readsBackTheSameTree(String formula) {
        Expression tree = QueryParser.parseFormula(formula);

        assertThat(QueryParser.parseFormula(QueryPrinter.print(tree))).isEqualTo(tree);
    }

    @Test
    void writesOnlyTheParenthesesThatAreNeeded() {
        assertThat(QueryPrinter.print(QueryParser.parseFormula("((a) + ((b * (c))) - ((d)))")))
                .isEqualTo("a + b * c - d");
    }

    @Test
    void quotesAMethodsArgumentThatCannotStandBare() {
        Selector selector = new Selector(
                SpaceAggregator.AVG,
                "m",
                Scope.EVERYTHING,
                List.of(),
                List.of(new Modifier("rollup", List.of("a, b", "", "c"))));

        assertThat(QueryPrinter.print(selector)).isEqualTo("avg:m{*}.rollup('a, b', '', c)");
        assertThat(QueryParser.parseQuery(QueryPrinter.print(selector))).isEqualTo(selector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b,c:d", "b}", "b} by {host", "b c", "(b)", "\"b", "b\nc"})
    void refusesATagValueThatWouldChangeTheQuery(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> QueryPrinter.print(over(new TagMatch("a", value))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryPrinter.print(over(new In("a", List.of("x", value)))));
    }

    @Test
    void refusesNamesAndTextsThatWouldChangeTheQuery() {
        Selector badMetric = new Selector(SpaceAggregator.SUM, "m{*}", Scope.EVERYTHING, List.of(), List.of());
        Selector badCondition =
                new Selector(new SpaceAggregator("count", "v>5) or (1"), "m", Scope.EVERYTHING, List.of(), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> QueryPrinter.print(badMetric));
        assertThatIllegalArgumentException().isThrownBy(() -> QueryPrinter.print(badCondition));
        assertThatIllegalArgumentException().isThrownBy(() -> QueryPrinter.print(new TextLiteral("it's \"so\"")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryPrinter.print(over(new In("a", List.of()))))
                .withMessageContaining("at least one");
    }

    @Test
    void writesScopesThatWereBuiltFromLists() {
        assertThat(QueryPrinter.print(over(Scope.allOf(List.of())))).isEqualTo("sum:m{*}");
        assertThat(QueryPrinter.print(over(new Scope.And(List.of())))).isEqualTo("sum:m{*}");
        assertThat(QueryPrinter.print(over(Scope.allOf(List.of(new TagMatch("a", "b"))))))
                .isEqualTo("sum:m{a:b}");
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.anyOf(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> QueryPrinter.print(over(new Scope.Or(List.of()))));
    }
}
