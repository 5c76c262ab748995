package dashwright.dashboards.compose;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.meaning;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Emptiness;
import dashwright.dashboards.plan.Panel.Note;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    private static final Series LEVEL = metric("app.gauge", Measure.LATEST);
    private static final Series BY_POD = metric("app.gauge", Measure.LATEST, "pod");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1  | 12
                    2  | 6 6
                    3  | 4 4 4
                    4  | 3 3 3 3
                    5  | 4 4 4 / 6 6
                    6  | 4 4 4 / 4 4 4
                    7  | 3 3 3 3 / 4 4 4
                    8  | 3 3 3 3 / 3 3 3 3
                    9  | 4 4 4 / 4 4 4 / 4 4 4
                    10 | 3 3 3 3 / 4 4 4 / 4 4 4
                    """)
    void putsThreeOrFourNumbersInARow(int count, String rows) {
        assertThat(rows(many(count, Shape.NUMBER, LEVEL))).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 | 12
                    2 | 6 6
                    3 | 12 / 6 6
                    4 | 12 / 4 4 4
                    5 | 12 / 6 6 / 6 6
                    6 | 12 / 6 6 / 4 4 4
                    """)
    void makesTheMainTrendWideAndOthersHalves(int count, String rows) {
        assertThat(rows(many(count, Shape.LINE, LEVEL))).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 12
            2 | 6 6
            3 | 4 4 4
            4 | 6 6 / 6 6
            """)
    void putsListsSideBySide(int count, String rows) {
        assertThat(rows(many(count, Shape.TOP_LIST, BY_POD))).isEqualTo(rows);
    }

    @Test
    void putsAListBesideTheOnlyTrend() {
        assertThat(rows(List.of(chart("list", Shape.TOP_LIST, BY_POD), chart("trend", Shape.BARS, LEVEL))))
                .isEqualTo("8 4");
    }

    @Test
    void putsNumbersFirstThenTrendsThenDetail() {
        List<Panel> panels = List.of(
                chart("table", Shape.TABLE, BY_POD),
                chart("trend", Shape.LINE, LEVEL),
                chart("number", Shape.NUMBER, LEVEL),
                chart("other", Shape.AREA, LEVEL));
        Composed composed = compose(panels);

        assertThat(titles(composed)).containsExactly("Panel number", "Panel trend", "Panel other", "Panel table");
    }

    @Test
    void keepsOpeningWordsAboveAndOtherWordsBelow() {
        List<Panel> panels = List.of(
                new Note("opening", "Above"),
                chart("trend", Shape.LINE, LEVEL),
                new Note("closing", "Below"),
                chart("number", Shape.NUMBER, LEVEL));

        assertThat(titles(compose(panels))).containsExactly("Above", "Panel number", "Panel trend", "Below");
    }

    @Test
    void showsMeaningsRightBelowTheirRow() {
        List<Panel> panels = List.of(
                meaning(chart("one", Shape.NUMBER, LEVEL), Emptiness.UNKNOWN, "Counts *attempts*.\nTwice."),
                chart("two", Shape.NUMBER, LEVEL),
                meaning(chart("trend", Shape.LINE, LEVEL), Emptiness.GOOD, ""));

        assertThat(titles(compose(panels)))
                .containsExactly(
                        "Panel one",
                        "Panel two",
                        "**Panel one**: Counts *attempts*. Twice.",
                        "Panel trend",
                        "**Panel trend**: Empty is good: it reports only when something of the kind happens.");
    }

    @Test
    void keepsLinksAndTagsOutOfMeanings() {
        Panel panel = meaning(chart("one", Shape.NUMBER, LEVEL), Emptiness.UNKNOWN, "[click](https://e) <img>");

        assertThat(titles(compose(List.of(panel)))).contains("**Panel one**: \\[click\\](https://e) \\<img\\>");
    }

    @Test
    void givesLongNotesRoom() {
        JsonNode shortNote = compose(List.of(new Note("n", "Few words"))).json();
        JsonNode longNote =
                compose(List.of(new Note("n", "Many words. ".repeat(200)))).json();

        assertThat(shortNote.at("/widgets/0/definition/widgets/0/layout/height").asInt())
                .isEqualTo(1);
        assertThat(longNote.at("/widgets/0/definition/widgets/0/layout/height").asInt())
                .isEqualTo(6);
    }

    @Test
    void givesNotesNoTitle() {
        JsonNode note =
                compose(List.of(new Note("n", "Words"))).json().at("/widgets/0/definition/widgets/0/definition");

        assertThat(note.has("title")).isFalse();
        assertThat(note.path("content").asText()).isEqualTo("Words");
    }

    private static List<Panel> many(int count, Shape shape, Series series) {
        return IntStream.range(0, count)
                .mapToObj(index -> (Panel) chart("p" + index, shape, series))
                .toList();
    }

    private static Composed compose(List<Panel> panels) {
        Composed composed = Composer.compose(board(panels.toArray(Panel[]::new)), Catalogs.APP);
        assertThat(composed.problems()).isEmpty();
        LayoutAssertions.assertFilled(composed.json().path("widgets"));
        return composed;
    }

    private static List<String> titles(Composed composed) {
        List<String> titles = new ArrayList<>();
        for (JsonNode widget : composed.json().at("/widgets/0/definition/widgets")) {
            JsonNode definition = widget.path("definition");
            titles.add(
                    definition.path("title").asText(definition.path("content").asText()));
        }
        return titles;
    }

    /** The widths of the widgets, row by row. */
    private static String rows(List<Panel> panels) {
        StringJoiner rows = new StringJoiner(" / ");
        StringJoiner row = new StringJoiner(" ");
        int y = 0;
        for (JsonNode widget : compose(panels).json().at("/widgets/0/definition/widgets")) {
            if (widget.at("/layout/y").asInt() != y) {
                rows.add(row.toString());
                row = new StringJoiner(" ");
                y = widget.at("/layout/y").asInt();
            }
            row.add(widget.at("/layout/width").asText());
        }
        return rows.add(row.toString()).toString();
    }
}
