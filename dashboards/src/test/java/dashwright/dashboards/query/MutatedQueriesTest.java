package dashwright.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken text is refused in the parser's own words, and whatever is read can be written and read again. */
class MutatedQueriesTest {
    private static final int MUTANTS = 4_000;
    private static final String PIECES = "(){},.:*/+-!$'\"= \t\nab1é_";
    private static final List<String> WORDS =
            List.of(" AND ", " OR ", "NOT ", " IN (", " by {", ".rollup(", "1e9", "{*}");
    private static final List<String> QUERIES = List.of(
            "top(sum:a.b{$env,!host:x*} by {host, service}.as_count().rollup('sum', 60), 10, 'mean', desc)",
            "count(v: v>5):a{(x:1 OR y NOT IN (2,\"3 4\")) AND NOT $z.value} / -.5e3 * (m{*} - 1)",
            "anomalies(avg:m{*}.fill(last, 600), 'agile', 2, direction='both', interval=60)");
    private static final List<String> FORMULAS =
            List.of("clamp_max(cutoff_min(((derivative(query5) / -1000) / b) * 1e2, 0), 100) - f('x', a=\"y\")");

    private int read;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsOrRefusesAnyQuery(long seed) {
        assertEachIsReadOrRefused(QUERIES, QueryParser::parseQuery, new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void readsOrRefusesAnyFormula(long seed) {
        assertEachIsReadOrRefused(FORMULAS, QueryParser::parseFormula, new Random(seed));
    }

    private void assertEachIsReadOrRefused(List<String> texts, Function<String, Expression> parser, Random random) {
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            String text = mutated(texts.get(random.nextInt(texts.size())), random);
            attempt(text, parser).ifPresent(tree -> {
                read++;
                assertThat(parser.apply(QueryPrinter.print(tree))).as(text).isEqualTo(tree);
            });
        }
        assertThat(read).as("mutants that were still readable").isGreaterThan(MUTANTS / 50);
    }

    private static Optional<Expression> attempt(String text, Function<String, Expression> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (QuerySyntaxException refused) {
            assertThat(refused.column()).as(text).isBetween(1, text.length() + 1);
            return Optional.empty();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int place = random.nextInt(mutant.length());
            switch (random.nextInt(4)) {
                case 0 -> mutant.deleteCharAt(place);
                case 1 -> mutant.insert(place, PIECES.charAt(random.nextInt(PIECES.length())));
                case 2 -> mutant.insert(place, WORDS.get(random.nextInt(WORDS.size())));
                default -> mutant.delete(place, Math.min(mutant.length(), place + random.nextInt(6) + 1));
            }
        }
        return mutant.toString();
    }
}
