package dashwright.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dashwright.dashboards.query.QuerySyntaxException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySyntaxTest {
    private static QuerySyntaxException mistakeIn(String query) {
        return catchThrowableOfType(QuerySyntaxException.class, () -> QueryParser.parseQuery(query));
    }

    @Test
    void saysWhereWhatWasExpectedAndShowsThePlace() {
        assertThat(mistakeIn("avg:web.latency by {host}")).hasMessage("""
                        column 17: expected a scope as {*} after the metric web.latency, found 'by {host}'
                          avg:web.latency by {host}
                                          ^""");
    }

    @Test
    void showsOnlyTheNeighbourhoodOfAMistakeInALongQuery() {
        QuerySyntaxException mistake = mistakeIn("avg:" + "m".repeat(500) + "{a:b\n}}" + "x".repeat(500));

        assertThat(mistake).message().contains("…").hasSizeLessThan(250).hasLineCount(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''                          | 1  | a metric query",
                "avg:                        | 5  | a metric name",
                "avg:m                       | 6  | a scope",
                "avg:m{                      | 7  | a condition",
                "avg:m{}                     | 7  | a condition",
                "avg:m{a:b                   | 10 | '}'",
                "avg:m{a:b,}                 | 11 | a condition",
                "avg:m{a:b c:d}              | 11 | '}'",
                "avg:m{a AND}                | 12 | a condition",
                "avg:m{a IN b}               | 12 | '('",
                "avg:m{a IN ()}              | 13 | a value",
                "avg:m{a NOT b}              | 9  | AND",
                "avg:m{*} by host            | 13 | '{'",
                "avg:m{*} by {}              | 14 | a tag key",
                "avg:m{*}.as_count           | 18 | '('",
                "avg:m{*}.rollup(            | 17 | an argument",
                "avg:m{*}.rollup('avg        | 21 | a closing '",
                "top(avg:m{*}, 10            | 17 | ')'",
                "avg:m{*} avg:m{*}           | 10 | an operator",
                "avg:m{*} + foo              | 15 | a scope",
                "avg:m{*} * 10m              | 14 | the end of the number",
                "(avg:m{*}                   | 10 | ')'",
                "top(avg:m{*}).as_count()    | 14 | an operator",
            })
    void namesTheColumnAndWhatIsMissing(String text, int column, String expected) {
        QuerySyntaxException mistake = mistakeIn(text);

        assertThat(mistake.column()).isEqualTo(column);
        assertThat(mistake.expected()).contains(expected);
        assertThat(mistake.reason()).isEqualTo(Reason.GRAMMAR);
    }

    @Test
    void tellsTheMistakesOfTheFieldApart() {
        assertThat(mistakeIn("avg:a{*}, avg:b{*}").reason()).isEqualTo(Reason.SEVERAL_QUERIES);
        assertThat(mistakeIn("avg:a{b:c}{*}").reason()).isEqualTo(Reason.SECOND_SCOPE);
        assertThat(mistakeIn("avg:a{b:c,d IN (e)}").reason()).isEqualTo(Reason.MIXED_SCOPE);
        assertThat(mistakeIn("avg:a{b:c AND !d:e}").reason()).isEqualTo(Reason.MIXED_SCOPE);
        assertThat(mistakeIn("avg:a{b:c AND !d:e}").column()).isEqualTo(15);
    }

    @Test
    void refusesWhatIsTooDeepOrTooLongInsteadOfOverflowing() {
        assertThat(mistakeIn("(".repeat(9_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("-".repeat(9_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("abs(".repeat(4_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("f(a=".repeat(4_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("m{" + "(".repeat(9_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("m{" + "!".repeat(9_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("1+".repeat(9_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn(" ".repeat(30_000)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("1e99999999999").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(mistakeIn("1e-999999").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesMetricsAndMethodsInAFormula() {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> QueryParser.parseFormula("a + avg:m{*}"))
                .withMessageContaining("column 5: expected the name of a query");
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> QueryParser.parseFormula("query1.as_count()"))
                .withMessageContaining("neither metrics nor methods");
    }
}
