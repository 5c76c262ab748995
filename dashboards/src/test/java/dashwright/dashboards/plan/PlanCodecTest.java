package dashwright.dashboards.plan;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCodecTest {
    @Test
    void readsWhatPeopleWrite() {
        DashboardPlan plan = PlanCodec.readYaml("""
                title: File sync
                window: 1d
                variables:
                  - name: env
                sections:
                  - id: summary
                    title: Summary
                    kind: summary
                    panels:
                      - id: failures
                        title: Failed tasks
                        shape: number
                        series:
                          - metric: task.failed
                            measure: total
                            filters:
                              - task:sync
                              - "!env:dev"
                              - {key: zone, values: [a, b]}
                        thresholds:
                          - {when: "> 0", level: bad}
                        window: 1h30m
                        empty: good
                      - id: words
                        note: Some words
                """);

        Series expected = new Series.OfMetric(
                "a",
                "",
                "task.failed",
                Measure.TOTAL,
                List.of(
                        TagFilter.is("task", "sync"),
                        new TagFilter("env", List.of("dev"), true),
                        new TagFilter("zone", List.of("a", "b"), false)),
                List.of());
        Panel.Chart failures = new Panel.Chart(
                "failures",
                "Failed tasks",
                Shape.NUMBER,
                List.of(expected),
                List.of(),
                List.of(new Threshold(Threshold.Comparison.ABOVE, 0, Threshold.Level.BAD)),
                Duration.ofMinutes(90),
                Panel.Emptiness.GOOD,
                "",
                0);
        assertThat(plan)
                .isEqualTo(new DashboardPlan(
                        "File sync",
                        "",
                        Duration.ofDays(1),
                        List.of(new TemplateVariable("env", "env", List.of("*"))),
                        List.of(new Section(
                                "summary",
                                "Summary",
                                Section.Kind.SUMMARY,
                                List.of(failures, new Note("words", "Some words")))),
                        List.of()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsBackWhatItWrote(long seed) {
        DashboardPlan plan = PlanExamples.random(seed);

        assertThat(PlanCodec.readYaml(PlanCodec.writeYaml(plan))).isEqualTo(plan);
        assertThat(PlanCodec.readJson(PlanCodec.writeJson(plan))).isEqualTo(plan);
        assertThat(PlanCodec.readTree(PlanCodec.writeTree(plan))).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "NO",
                "on",
                "null",
                "~",
                "1",
                "1.10",
                "0x1F",
                "1_000",
                "12:30:45",
                "2026-11-01",
                ".5",
                "=",
                "<<",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "'a'",
                "\"a\"",
                "{a}",
                "[a]",
                "a, b",
                " a",
                "a ",
                "a\nb",
                "a\n",
                "\na",
                "  a\n b\n\n",
                "a\tb",
                "\t",
                "a\\b",
                "é ü 漢字 🎯",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "? a",
                "|",
                ">",
                "---",
                "...",
                "a:",
                ":",
                "key: |\n  x",
                "\r",
                "a\r\nb",
                "true",
                ".nan",
                ".inf",
                "+1",
                "1e3",
                "0o7",
                "null ",
                "\u0000",
                "\u007F"
            })
    void keepsAnyText(String text) {
        DashboardPlan plan = new DashboardPlan(
                text,
                text,
                Duration.ofHours(1),
                List.of(),
                board(new Note("n", text)).sections(),
                List.of(new Link(text, text)));

        assertThat(PlanCodec.readJson(PlanCodec.writeJson(plan))).isEqualTo(plan);
        assertThat(PlanCodec.readYaml(PlanCodec.writeYaml(plan))).isEqualTo(plan);
    }

    @Test
    void writesWhatPeopleWouldWrite() {
        assertThat(PlanCodec.writeYaml(board(chart("open", Shape.NUMBER, metric("prs.open", Measure.LATEST)))))
                .isEqualTo("""
                        title: Board
                        window: 4h
                        sections:
                          - id: main
                            title: Main
                            panels:
                              - id: open
                                title: Panel open
                                shape: number
                                series:
                                  - id: a
                                    metric: prs.open
                                    measure: latest
                        """);
    }

    @Test
    void reportsEverythingAtOnceWithPlaceAndLine() {
        List<Problem> problems = problemsOf("""
                title: 42
                window: soon
                colour: red
                sections:
                  - id: main
                    title: Main
                    kind: sumary
                    panels:
                      - id: one
                        title: One
                        series:
                          - metric: m
                            measure: mean
                            filters: [env]
                        thresholds:
                          - {when: about 3, level: bad}
                        limit: many
                """);

        assertThat(problems)
                .extracting(Problem::code, Problem::place)
                .containsExactlyInAnyOrder(
                        tuple("not-text", "title (line 1)"),
                        tuple("not-a-window", "window (line 2)"),
                        tuple("field-unknown", "colour (line 3)"),
                        tuple("word-unknown", "sections[0].kind (line 7)"),
                        tuple("word-unknown", "sections[0].panels[0].series[0].measure (line 13)"),
                        tuple("not-a-filter", "sections[0].panels[0].series[0].filters[0] (line 14)"),
                        tuple("not-a-condition", "sections[0].panels[0].thresholds[0].when (line 16)"),
                        tuple("not-a-whole-number", "sections[0].panels[0].limit (line 17)"));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.fix()).contains("\"42\""))
                .anySatisfy(problem -> assertThat(problem.fix()).contains("summary"))
                .anySatisfy(problem -> assertThat(problem.fix()).contains("average"));
    }

    private static org.assertj.core.groups.Tuple tuple(String code, String place) {
        return org.assertj.core.groups.Tuple.tuple(code, place);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(problemsOf("sections: [{panels: [{id: a, title: A}]}]"))
                .extracting(Problem::code, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple("field-missing", "The field title is missing."),
                        tuple("field-missing", "The field id is missing."),
                        tuple("field-missing", "The field title is missing."),
                        tuple("series-missing", "This panel reads nothing."));
    }

    @Test
    void refusesAliases() {
        assertThat(problemsOf("title: &t Hello\ndescription: *t\n"))
                .extracting(Problem::code, Problem::place)
                .contains(tuple("alias-refused", "description (line 2)"));
    }

    @Test
    void refusesABombOfAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 30; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(level, level, level - 1, level - 1, level - 1));
        }

        assertThat(problemsOf(bomb.toString())).extracting(Problem::code).contains("alias-refused");
    }

    @Test
    void refusesMergeKeys() {
        assertThat(problemsOf("base: &b {title: x}\n<<: *b\n"))
                .extracting(Problem::code)
                .contains("alias-refused");
    }

    @Test
    void refusesAGiantText() {
        assertThat(problemsOf("title: " + "x".repeat(300_000)))
                .extracting(Problem::code)
                .containsExactly("document-too-large");
    }

    @Test
    void refusesTooManyValues() {
        assertThat(problemsOf("title: [" + "1,".repeat(30_000) + "1]"))
                .extracting(Problem::code)
                .containsExactly("document-too-large");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(problemsOf("title: " + deep)).extracting(Problem::code).containsExactly("document-unreadable");
        assertThat(catchThrowableOfType(PlanFormatException.class, () -> PlanCodec.readJson(deep))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("document-unreadable");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        assertThat(problemsOf("title: a\ntitle: b\n")).extracting(Problem::code).contains("field-twice");
    }

    @Test
    void refusesSeveralDocuments() {
        assertThat(problemsOf("title: a\n---\ntitle: b\n"))
                .extracting(Problem::code)
                .contains("document-several");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only words\n",
                "just text",
                "[1, 2]",
                "title: [",
                "title: \u0007",
                "a: b: c",
                "\t- x",
                "!!binary aGk="
            })
    void refusesWhatIsNoPlan(String text) {
        assertThat(problemsOf(text)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void refusesATreeThatIsNoPlan() {
        assertThat(catchThrowableOfType(
                                PlanFormatException.class,
                                () -> PlanCodec.readTree(
                                        JsonNodeFactory.instance.objectNode().put("title", 1)))
                        .problems())
                .extracting(Problem::place)
                .containsExactly("title");
    }

    @Test
    void saysInItsMessageWhatIsWrong() {
        PlanFormatException refused = catchThrowableOfType(
                PlanFormatException.class, () -> PlanCodec.readYaml("title: a\nwindow: 3 parsecs\n"));

        assertThat(refused).hasMessageContaining("window (line 2)").hasMessageContaining("4h");
    }

    static LongStream mutations() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void readsOrRefusesAnyText(long seed) {
        Random random = new Random(seed);
        String yaml = PlanCodec.writeYaml(PlanExamples.random(seed));
        String json = PlanCodec.writeJson(PlanExamples.random(seed));
        for (int round = 0; round < 60; round++) {
            readOrRefuse(() -> PlanCodec.readYaml(mutated(yaml, random)));
            readOrRefuse(() -> PlanCodec.readJson(mutated(json, random)));
        }
    }

    private static void readOrRefuse(Supplier<DashboardPlan> reading) {
        try {
            assertThat(PlanProblems.of(reading.get())).isNotNull();
        } catch (PlanFormatException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    private static String mutated(String text, Random random) {
        String signs = "\t \n:-[]{}&*!|>'\"%@`#,?~0189.eE\\\u0000\u0085\uD800xyn<=";
        StringBuilder mutated = new StringBuilder(text);
        for (int change = 0; change <= random.nextInt(4); change++) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, signs.charAt(random.nextInt(signs.length())));
                default -> mutated.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
            }
        }
        return mutated.toString();
    }

    private static List<Problem> problemsOf(String text) {
        return catchThrowableOfType(PlanFormatException.class, () -> PlanCodec.readYaml(text))
                .problems();
    }
}
