package dashwright.dashboards.compose;

import static dashwright.dashboards.plan.PlanExamples.board;
import static dashwright.dashboards.plan.PlanExamples.chart;
import static dashwright.dashboards.plan.PlanExamples.metric;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.PlanExamples;
import dashwright.dashboards.plan.Problem;
import dashwright.dashboards.plan.Section;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComposerTest {
    private static final Pattern PLACE = Pattern.compile("widgets\\[(\\d+)]\\.widgets\\[(\\d+)]");

    @Test
    void composesTheFileSyncBoard() {
        Composed composed = Composer.compose(PlanExamples.fileSync(), Catalogs.FILE_SYNC);
        JsonNode json = composed.json();

        assertThat(composed.problems()).isEmpty();
        assertThat(json.path("title").asText()).isEqualTo("S3 to B2 file sync");
        assertThat(json.path("layout_type").asText()).isEqualTo("ordered");
        assertThat(json.path("reflow_type").asText()).isEqualTo("fixed");
        assertThat(json.at("/default_timeframe/unit").asText()).isEqualTo("day");
        assertThat(json.at("/template_variables/0/name").asText()).isEqualTo("env");
        assertThat(json.at("/template_variables/0/prefix").asText()).isEqualTo("env");
        assertThat(json.at("/template_variables/0/defaults/0").asText()).isEqualTo("prod");
        assertThat(json.path("widgets")).hasSize(5);
        assertThat(query(composed, "completed"))
                .isEqualTo("sum:warehouse.task.complete{$env,task:" + PlanExamples.SYNC + "}.as_count()");
        assertThat(query(composed, "pods")).isEqualTo("count_not_null(avg:container.memory.usage{$env} by {pod_name})");
        assertThat(widget(composed, "done")
                        .at("/definition/requests/0/formulas/0/formula")
                        .asText())
                .isEqualTo("100 * (1 - todo / total)");
        LayoutAssertions.assertFilled(json.path("widgets"));
    }

    @Test
    void linksWhereToReadOn() {
        JsonNode widgets = Composer.compose(PlanExamples.fileSync(), Catalogs.FILE_SYNC)
                .json()
                .path("widgets");

        assertThat(widgets.get(widgets.size() - 1).at("/definition/content").asText())
                .isEqualTo("**Read on:** [Traces of the sync](/apm/traces?query=operation_name%3Acelery.run)");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void laysOutAnyPlanWithoutGapOrOverlap(long seed) {
        DashboardPlan plan = PlanExamples.random(seed);
        Composed composed = Composer.compose(plan, Catalogs.APP);

        assertThat(composed.problems()).isEmpty();
        LayoutAssertions.assertFilled(composed.json().path("widgets"));
        assertThat(composed.placeOfPanel()).hasSize(plan.panels().size());
        plan.panels()
                .forEach(
                        panel -> assertThat(words(widget(composed, panel.id()))).isEqualTo(words(panel)));
    }

    private static String words(JsonNode widget) {
        JsonNode definition = widget.path("definition");
        return definition.path("title").asText(definition.path("content").asText());
    }

    private static String words(Panel panel) {
        return switch (panel) {
            case Panel.Chart chart -> chart.title();
            case Panel.Note note -> note.text();
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void composesTheSamePlanToTheSameBoard(long seed) {
        assertThat(Composer.compose(PlanExamples.random(seed), Catalogs.APP).json())
                .isEqualTo(Composer.compose(PlanExamples.random(seed), Catalogs.APP)
                        .json());
    }

    @ParameterizedTest
    @EnumSource(Section.Kind.class)
    void givesEachKindOfSectionAColourThatDatadogKnows(Section.Kind kind) {
        JsonNode group = Composer.compose(
                        board(kind, chart("n", Shape.LINE, metric("app.gauge", Measure.LATEST))), Catalogs.APP)
                .json()
                .at("/widgets/0/definition");

        assertThat(group.path("type").asText()).isEqualTo("group");
        assertThat(group.path("layout_type").asText()).isEqualTo("ordered");
        assertThat(group.path("background_color").asText())
                .isIn(Set.of(
                        "vivid_blue",
                        "vivid_green",
                        "vivid_purple",
                        "vivid_pink",
                        "vivid_orange",
                        "vivid_yellow",
                        "gray"));
    }

    @Test
    void tellsKindsOfSectionsApart() {
        Set<String> colours = new HashSet<>();
        for (Section.Kind kind : Section.Kind.values()) {
            assertThat(colours.add(Colours.background(kind)))
                    .as("%s has a colour of its own", kind)
                    .isTrue();
        }
    }

    @Test
    void leavesOutOnlyThePanelWithAProblem() {
        Panel good = chart("good", Shape.LINE, metric("app.gauge", Measure.LATEST));
        Panel bad = chart("bad", Shape.LINE, metric("app.gauge", Measure.P95));
        Panel split = chart("split", Shape.NUMBER, metric("app.gauge", Measure.LATEST, "pod"));
        Composed composed = Composer.compose(board(bad, good, split), Catalogs.APP);

        assertThat(composed.placeOfPanel()).isEqualTo(Map.of("good", "widgets[0].widgets[0]"));
        assertThat(composed.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("measure-unfit", "shape-split");
        LayoutAssertions.assertFilled(composed.json().path("widgets"));
    }

    @Test
    void drawsOneOfTwoPanelsWithTheSameId() {
        Panel panel = chart("same", Shape.LINE, metric("app.gauge", Measure.LATEST));
        Composed composed = Composer.compose(board(panel, panel), Catalogs.APP);

        assertThat(composed.json().at("/widgets/0/definition/widgets")).hasSize(1);
        assertThat(composed.problems()).extracting(Problem::code).containsExactly("id-twice");
    }

    @Test
    void doesNotChangeWithItsCallersCopy() {
        Composed composed = Composer.compose(PlanExamples.fileSync(), Catalogs.FILE_SYNC);
        ObjectNode copy = composed.json();
        copy.removeAll();

        assertThat(composed.json().path("title").asText()).isEqualTo("S3 to B2 file sync");
    }

    private static String query(Composed composed, String panel) {
        return widget(composed, panel)
                .at("/definition/requests/0/queries/0/query")
                .asText();
    }

    private static JsonNode widget(Composed composed, String panel) {
        Matcher place = PLACE.matcher(composed.placeOfPanel().getOrDefault(panel, ""));
        assertThat(place.matches()).as("place of %s", panel).isTrue();
        return composed.json().at("/widgets/%s/definition/widgets/%s".formatted(place.group(1), place.group(2)));
    }
}
