package dashwright.tools.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.dashboards.plan.Threshold;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.metrics.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftingTest {
    private final Bench bench = new Bench();

    @Test
    void draftsFromTheCatalogAndTellsWhatCameBack() {
        String answer = bench.call("draft_dashboard", "{'request': 'task status'}");

        assertThat(answer)
                .startsWith("DRAFT")
                .contains("summary,completed,Tasks completed,number,total of warehouse.task.complete,live; 1 points")
                .contains("last 42")
                .contains("remark,Assumed env:prod.");
        assertThat(bench.plan()).isEqualTo(Bench.BASELINE);
    }

    @Test
    void tellsWhereTheModelPutTheRequestInItsOwnWords() {
        bench.call("draft_dashboard", "{'request': 'celery tasks'}");

        PlanningOutcome.Planned planned =
                (PlanningOutcome.Planned) bench.session.outcome().orElseThrow();
        assertThat(planned.remarks()).contains("The model put the request in its own words: \"celery tasks\".");
    }

    @Test
    void aGapIsTheOutcomeUntilSomethingIsDrafted() {
        PlanningOutcome.Gap gap = new PlanningOutcome.Gap(List.of("pizza"), List.of(), "Send a count.");
        Bench gapped = new Bench(_ -> gap);

        assertThat(gapped.call("draft_dashboard", "{'request': 'pizza'}"))
                .startsWith("GAP")
                .contains("pizza");
        assertThat(gapped.session.outcome()).contains(gap);

        gapped.call(
                "draft_dashboard", panels("{'title': 'Failed', 'shape': 'bars', 'metric': 'warehouse.task.failed'}"));
        assertThat(gapped.plan().panels()).hasSize(1);
    }

    @Test
    void readsAPanelInEveryPart() {
        String answer = bench.call("draft_dashboard", panels("""
                {'title': 'Failed share', 'shape': 'line', 'metric': 'warehouse.task.failed',
                 'percent_of': 'warehouse.task.complete', 'filters': ['task:sync', '!env:prod'], 'by': ['task'],
                 'window': '1d', 'meaning': 'Retries count twice.', 'thresholds': ['bad > 5'], 'section': 'errors'}"""));

        assertThat(answer).startsWith("DRAFT");
        Section section = bench.plan().sections().getFirst();
        assertThat(section.kind()).isEqualTo(Section.Kind.ERRORS);
        Chart chart = (Chart) section.panels().getFirst();
        assertThat(chart.id()).isEqualTo("failed_share");
        assertThat(chart.series()).hasSize(2);
        assertThat(chart.series().getFirst().filters())
                .containsExactly(TagFilter.is("task", "sync"), new TagFilter("env", List.of("prod"), true));
        assertThat(chart.formulas().getFirst().expression()).isEqualTo("100 * a / b");
        assertThat(chart.window()).isEqualTo(Duration.ofDays(1));
        assertThat(chart.thresholds())
                .containsExactly(new Threshold(Threshold.Comparison.ABOVE, 5, Threshold.Level.BAD));
        assertThat(chart.meaning()).isEqualTo("Retries count twice.");
        assertThat(bench.plan().variables()).extracting(TemplateVariable::name).containsExactly("env");
    }

    @Test
    void readsEachMetricAsItsTypeWants() {
        bench.call("draft_dashboard", panels("""
                {'title': 'Failed', 'shape': 'bars', 'metric': 'warehouse.task.failed'},
                {'title': 'Files waiting', 'shape': 'number', 'metric': 'warehouse.files.not_cached'},
                {'title': 'Memory', 'shape': 'line', 'metric': 'container.memory.usage'},
                {'title': 'Sync p95', 'shape': 'line', 'span': {'resource': 'warehouse.tasks.sync'}, 'measure': 'p95'}"""));

        assertThat(bench.plan().panels().stream().map(panel -> measure((Chart) panel)))
                .containsExactlyInAnyOrder(Measure.TOTAL, Measure.LATEST, Measure.AVERAGE, Measure.P95);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'metric': 'warehouse.task.failures' | no metric 'warehouse.task.failures' in the catalog. Nearest there are: warehouse.task.failed",
                "'metric': 'warehouse.task.failed', 'by': ['pod_name'] | has no tag 'pod_name'. It has: env, task",
                "'metric': 'warehouse.task.failed', 'filters': ['task:sink'] | has task:sink. There are: sync",
                "'metric': 'warehouse.files.not_cached', 'by': ['env'] | It has no tags at all",
                "'metric': 'warehouse.files.not_cached', 'measure': 'total' | panel t",
                "'metric': 'warehouse.task.failed', 'percent_of': 'nope.nope' | no metric 'nope.nope'",
                "'span': {'resource': 'warehouse.tasks.sink'} | No spans have",
                "'span': {'service': 'warehouse-worker'}, 'by': ['shard'] | Nothing in the catalog carries the tag 'shard'",
                "'metric': 'warehouse.task.failed', 'query': 'sum:x{*}' | panels[0].query is no field",
                "'metric': 'warehouse.task.failed', 'section': 'misc' | section cannot be 'misc'",
                "'metric': 'warehouse.task.failed', 'span': {'service': 'a'} | not both",
                "'measure': 'total' | metric or span must be given",
                "'metric': 'warehouse.task.failed', 'thresholds': ['high'] | written as 'bad > 48'",
            })
    void refusesAPanelThatWouldLie(String parts, String words) {
        String answer = bench.call("draft_dashboard", panels("{'title': 'T', 'shape': 'line', " + parts + "}"));

        assertThat(answer).startsWith("ERROR (yours to mend; nothing was done)").contains(words);
        assertThat(bench.session.outcome()).isEmpty();
    }

    @Test
    void namesEveryFaultOfACallAtOnce() {
        String answer = bench.call("draft_dashboard", panels("""
                {'title': 'A', 'shape': 'line', 'metric': 'invented.one'},
                {'title': 'B', 'shape': 'line', 'metric': 'warehouse.task.failed', 'by': ['nope']}"""));

        assertThat(answer).contains("'invented.one'").contains("no tag 'nope'");
    }

    @Test
    void takesATagOfAMetricWhoseTagsWereNeverRead() {
        String answer = bench.call(
                "draft_dashboard",
                panels(
                        "{'title': 'Depth', 'shape': 'line', 'metric': 'warehouse.queue.depth', 'filters': ['queue:a']}"));

        assertThat(answer).startsWith("DRAFT");
    }

    @Test
    void revisesByStableIds() {
        bench.call("draft_dashboard", "{'request': 'task status'}");

        String answer = bench.call("revise_draft", """
                {'edits': [
                  {'do': 'retitle', 'title': 'Sync tasks'},
                  {'do': 'retitle', 'id': 'completed', 'title': 'Tasks that ended'},
                  {'do': 'window', 'window': '1d'},
                  {'do': 'window', 'id': 'failed', 'window': '1h'},
                  {'do': 'add', 'panel': {'title': 'Failures', 'shape': 'bars', 'metric': 'warehouse.task.failed',
                                          'section': 'errors'}},
                  {'do': 'add', 'panel': {'title': 'Failures', 'shape': 'top_list', 'metric': 'warehouse.task.failed',
                                          'by': ['task'], 'section': 'errors'}, 'before': 'failures'},
                  {'do': 'move', 'id': 'failed', 'before': 'completed'},
                  {'do': 'replace', 'id': 'completed', 'panel': {'title': 'Files waiting', 'shape': 'number',
                                          'metric': 'warehouse.files.not_cached'}}]}""");

        assertThat(answer).startsWith("DRAFT");
        assertThat(bench.plan().title()).isEqualTo("Sync tasks");
        assertThat(bench.plan().window()).isEqualTo(Duration.ofDays(1));
        assertThat(bench.plan().panels().stream().map(Panel::id))
                .containsExactly("failed", "completed", "failures_2", "failures");
        assertThat(((Chart) bench.plan().panels().get(1)).title()).isEqualTo("Files waiting");
    }

    @Test
    void draftsNoOtherBoardWhereADraftIsToBeRevised() {
        ToolSession revising = bench.toolbox.open(
                "last 24 hours", Bench.BASELINE, new ToolLimits(Duration.ofMinutes(1), 12), Progress.SILENT);

        assertThat(bench.toolbox
                        .call(revising, "draft_dashboard", "{\"request\": \"something else\"}")
                        .text())
                .contains("revise_draft");
        assertThat(revising.outcome()).isEmpty();
    }

    @Test
    void removesPanelsAndSections() {
        bench.call("draft_dashboard", "{'request': 'task status'}");
        bench.call("revise_draft", "{'edits': [{'do': 'remove', 'id': 'failed'}]}");
        assertThat(bench.plan().panels().stream().map(Panel::id)).containsExactly("completed");

        assertThat(bench.call("revise_draft", "{'edits': [{'do': 'remove', 'id': 'summary'}]}"))
                .startsWith("ERROR")
                .contains("no panels");
        assertThat(bench.plan().panels()).hasSize(1);
    }

    @Test
    void changesAllOrNothing() {
        bench.call("draft_dashboard", "{'request': 'task status'}");

        String answer = bench.call("revise_draft", """
                {'edits': [{'do': 'retitle', 'title': 'Other'}, {'do': 'remove', 'id': 'nope'}]}""");

        assertThat(answer).startsWith("ERROR").contains("no panel 'nope'").contains("completed, failed");
        assertThat(bench.plan()).isEqualTo(Bench.BASELINE);
    }

    @Test
    void leavesOutALastChangeThatBrokeTheBoard() {
        Bench strict = new Bench((plan, remarks, _) -> new Draft(
                plan,
                JsonNodeFactory.instance.objectNode(),
                "0".repeat(64),
                new CheckReport(
                        plan.title().equals("Broken")
                                ? List.of(new Finding("some-error", Severity.ERROR, "", "", "It lies.", "Mend it."))
                                : List.of(),
                        List.of()),
                remarks));
        strict.call("draft_dashboard", "{'request': 'task status'}");

        assertThat(strict.call("revise_draft", "{'edits': [{'do': 'retitle', 'title': 'Broken'}]}"))
                .contains("1 errors")
                .contains("error,some-error,the board,It lies. Mend it.");
        PlanningOutcome.Planned planned =
                (PlanningOutcome.Planned) strict.session.outcome().orElseThrow();
        assertThat(planned.plan().title()).isEqualTo("Task status");
        assertThat(planned.remarks()).anyMatch(remark -> remark.contains("left out"));
    }

    @Test
    void aDraftThatIsDoneAfterTheEndChangesNothing() {
        AtomicReference<Runnable> whileItDrafts = new AtomicReference<>(() -> {});
        Bench slow = new Bench((plan, remarks, progress) -> {
            whileItDrafts.get().run();
            return new Bench().drafter().draft(plan, remarks, progress);
        });
        whileItDrafts.set(slow.session::close);

        slow.call("draft_dashboard", "{'request': 'task status'}");

        assertThat(slow.session.outcome()).isEmpty();
    }

    @Test
    void evenALargeDraftIsToldInBounds() {
        String many = IntStream.range(0, 30)
                .mapToObj(number -> "{'title': 'A rather long title of a panel about failed tasks, number " + number
                        + "', 'shape': 'top_list', 'metric': 'warehouse.task.failed', 'by': ['task', 'env'],"
                        + " 'filters': ['task:sync', 'env:prod'], 'section': 'errors'}")
                .collect(Collectors.joining(","));

        assertThat(bench.call("draft_dashboard", panels(many)))
                .startsWith("DRAFT")
                .hasSizeLessThan(TextTable.MOST + 100);
        assertThat(bench.plan().panels()).hasSize(30);
    }

    private static Measure measure(Chart chart) {
        Series series = chart.series().getFirst();
        return series.measure();
    }

    private static String panels(String panels) {
        return "{'request': 'task status', 'panels': [" + panels + "]}";
    }
}
