package dashwright.tools.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a formula name queries. */
class FormulaNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a|X",
                "a + aa + a1|X + aa + a1",
                "default_zero(a) / b|default_zero(X) / b",
                "a(a)|a(X)",
                "top(a, 10, 'a', \"a\")|top(X, 10, 'a', \"a\")",
                "anomalies(a, 'basic', 2, a='both')|anomalies(X, 'basic', 2, a='both')",
                "1e3 * a - 2a|1e3 * X - 2a",
                "-a|-X",
                "(a)|(X)",
                "a == b|X == b",
            })
    void renamesQueriesAndNothingElse(String formula, String renamed) {
        assertThat(FormulaNames.renamed(formula, Map.of("a", "X"))).isEqualTo(renamed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "100 * (query1 - query2) / query1|query1 query2",
                "timeshift(q, -3600)|q",
                "3|``",
            })
    void namesEachQueryOnce(String formula, String names) {
        assertThat(String.join(" ", FormulaNames.in(formula))).isEqualTo(names);
    }
}
