package dashwright.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.Modifier;
import dashwright.dashboards.query.Expression.NamedArgument;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Operator;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Expression.TextLiteral;
import dashwright.dashboards.query.Scope.And;
import dashwright.dashboards.query.Scope.In;
import dashwright.dashboards.query.Scope.Not;
import dashwright.dashboards.query.Scope.Or;
import dashwright.dashboards.query.Scope.TagMatch;
import dashwright.dashboards.query.Scope.Variable;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    private static final Scope ENV = new TagMatch("env", "prod");
    private static final Scope HOST = new TagMatch("host", "a");

    private static Selector selector(String text) {
        return (Selector) QueryParser.parseQuery(text);
    }

    private static Scope scope(String text) {
        return selector("avg:m{" + text + "}").scope();
    }

    private static NumberLiteral number(String value) {
        return new NumberLiteral(new BigDecimal(value));
    }

    @Test
    void readsEveryPartOfASelector() {
        Selector selector = selector("p95:web.latency{env:prod} by {host,service}.rollup(max, 60).fill(zero)");

        assertThat(selector)
                .isEqualTo(new Selector(
                        SpaceAggregator.of("p95"),
                        "web.latency",
                        ENV,
                        List.of("host", "service"),
                        List.of(new Modifier("rollup", List.of("max", "60")), new Modifier("fill", List.of("zero")))));
        assertThat(selector.aggregator().isPercentile()).isTrue();
    }

    @Test
    void readsASelectorWithoutAnAggregatorAsAverage() {
        assertThat(selector("system.load.1{*}"))
                .isEqualTo(new Selector(SpaceAggregator.AVG, "system.load.1", Scope.EVERYTHING, List.of(), List.of()));
    }

    @Test
    void readsTheConditionOfAConditionalCount() {
        assertThat(selector("count(v: v>=(5)):web.latency{*}").aggregator())
                .isEqualTo(new SpaceAggregator("count", "v: v>=(5)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"avg:m{*}by{a,b}", "avg:m{*} by { a , b }", "avg:m{*}\n  BY\t{a,\n b}", " avg:m { * } by{a, b } "
            })
    void readsGroupingWithAnyWhiteSpace(String text) {
        assertThat(selector(text).groupBy()).containsExactly("a", "b");
    }

    @Test
    void readsMethodsWithQuotedAndEmptyArguments() {
        Selector selector =
                selector("sum:m{*}.as_count().rollup('sum', \"America/New_York\").weighted().timeshift(-1d)");

        assertThat(selector.modifiers())
                .containsExactly(
                        new Modifier("as_count", List.of()),
                        new Modifier("rollup", List.of("sum", "America/New_York")),
                        new Modifier("weighted", List.of()),
                        new Modifier("timeshift", List.of("-1d")));
    }

    @Test
    void readsScopesInBothStyles() {
        And both = new And(List.of(ENV, new Not(HOST)));

        assertThat(scope("env:prod,!host:a")).isEqualTo(both);
        assertThat(scope("env:prod AND NOT host:a")).isEqualTo(both);
        assertThat(scope(" env:prod , ! host:a ")).isEqualTo(both);
    }

    @Test
    void bindsAndTighterThanOr() {
        assertThat(scope("env:prod OR env:prod AND host:a"))
                .isEqualTo(new Or(List.of(ENV, new And(List.of(ENV, HOST)))));
        assertThat(scope("(env:prod OR env:prod) AND host:a"))
                .isEqualTo(new And(List.of(new Or(List.of(ENV, ENV)), HOST)));
        assertThat(scope("NOT (env:prod AND host:a)")).isEqualTo(new Not(new And(List.of(ENV, HOST))));
    }

    @Test
    void readsListsOfValues() {
        In in = new In("task", List.of("a/b", "c-d"));

        assertThat(scope("task IN (a/b, c-d)")).isEqualTo(in);
        assertThat(scope("task NOT IN (a/b,c-d)")).isEqualTo(new Not(in));
        assertThat(scope("NOT task IN (a/b,c-d)")).isEqualTo(new Not(in));
        assertThat(scope("(task not in (a/b,c-d)) and $env"))
                .isEqualTo(new And(List.of(new Not(in), new Variable("env"))));
    }

    @ParameterizedTest
    @CsvSource({
        "host, host, ''",
        "image:*istio*, image, *istio*",
        "env:$env.value, env, $env.value",
        "env:$env, env, $env",
        "path:/a/b-c_d.e, path, /a/b-c_d.e",
        "field:apps:x, field, apps:x",
        "@http.status:5*, @http.status, 5*",
        "stadt:köln, stadt, köln",
        "name:\"two words\", name, \"\"two words\"\""
    })
    void readsTagsAsWritten(String text, String key, String value) {
        String unescaped = value.replace("\"\"", "\"");

        assertThat(scope(text)).isEqualTo(new TagMatch(key, unescaped));
    }

    @Test
    void readsVariablesWithDotsAndDashesInTheirNames() {
        assertThat(scope("$host , $sysplex.name,!$cluster-id"))
                .isEqualTo(new And(List.of(
                        new Variable("host"), new Variable("sysplex.name"), new Not(new Variable("cluster-id")))));
    }

    @Test
    void readsAWordThatOnlyBeginsLikeAnOperatorAsATag() {
        assertThat(scope("index:a AND order AND android:b"))
                .isEqualTo(new And(
                        List.of(new TagMatch("index", "a"), new TagMatch("order", ""), new TagMatch("android", "b"))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1e3, 1000", ".5, 0.5", "5., 5", "2.50E-1, 0.25", "1E+2, 100", "+7, 7", "-7, -7", "- .5, -0.5"})
    void readsNumbersInEveryForm(String text, String value) {
        assertThat(QueryParser.parseFormula(text)).isEqualTo(number(value));
    }

    @Test
    void multipliesBeforeItAdds() {
        Expression a = new Reference("a");
        Expression b = new Reference("b");
        Expression product = new Arithmetic(Operator.MULTIPLY, b, number("2"));

        assertThat(QueryParser.parseFormula("a + b * 2")).isEqualTo(new Arithmetic(Operator.ADD, a, product));
        assertThat(QueryParser.parseFormula("a - b - 2"))
                .isEqualTo(new Arithmetic(Operator.SUBTRACT, new Arithmetic(Operator.SUBTRACT, a, b), number("2")));
        assertThat(QueryParser.parseFormula("-a / b")).isEqualTo(new Arithmetic(Operator.DIVIDE, new Negation(a), b));
        assertThat(QueryParser.parseFormula("-(1)")).isEqualTo(new Negation(number("1")));
    }

    @Test
    void readsFunctionsWithArgumentsOfEveryKind() {
        assertThat(QueryParser.parseQuery("top(m{*}, 10, 'mean', desc, direction=\"both\", interval=-60)"))
                .isEqualTo(new FunctionCall(
                        "top",
                        List.of(
                                selector("avg:m{*}"),
                                number("10"),
                                new TextLiteral("mean"),
                                new TextLiteral("desc"),
                                new NamedArgument("direction", new TextLiteral("both")),
                                new NamedArgument("interval", number("-60")))));
    }

    @Test
    void calculatesWithSelectorsThatHaveNoAggregator() {
        assertThat(QueryParser.parseQuery("m.a{*}/m.b{*}-1"))
                .isEqualTo(new Arithmetic(
                        Operator.SUBTRACT,
                        new Arithmetic(Operator.DIVIDE, selector("m.a{*}"), selector("m.b{*}")),
                        number("1")));
    }

    @Test
    void readsAWildcardInAMetricSoThatACheckCanNameIt() {
        assertThat(selector("avg:health.ci.*.fom{*}").metric()).isEqualTo("health.ci.*.fom");
    }

    @Test
    void readsSeveralQueriesOfTheOldForm() {
        assertThat(QueryParser.parseQueries("avg:a{*} by {h}, sum:b{*}"))
                .containsExactly(selector("avg:a{*} by {h}"), selector("sum:b{*}"));
    }

    @Test
    void findsSelectorsAndReferencesFromLeftToRight() {
        Expression query = QueryParser.parseQuery("(sum:a{*} + top(avg:b{*}, 5, 'mean', 'desc')) / -a{*}");
        Expression formula = QueryParser.parseFormula("100 * (total - failed) / default_zero(total)");

        assertThat(Selectors.in(query)).extracting(Selector::metric).containsExactly("a", "b", "a");
        assertThat(References.in(formula)).containsExactly("total", "failed");
    }
}
