package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.answer.Answer;
import dashwright.catalog.answer.AnswerFinder;
import dashwright.catalog.answer.Answers;
import dashwright.catalog.answer.VariantWords;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Finds metrics by words. It spends no read: what the catalog does not know yet is shown as not known. */
public final class MetricFinder {
    /** The most metrics of one answer. */
    public static final int MOST = 25;

    private static final int NEAREST = 3;
    private static final int DESCRIPTION = 90;

    private final Knowledge knowledge;
    private final InstantSource clock;

    /** A finder over what is known. */
    public MetricFinder(Knowledge knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * The metrics that answer to a text.
     *
     * @param text words for what is looked for
     * @param limit the most answers, 1 to {@value #MOST}
     * @throws ToolRefusal where there are no words, or the limit is out of bounds
     */
    public FoundMetrics find(String text, int limit) {
        Inputs.checkSearch(text, limit, MOST);
        Catalog catalog = knowledge.catalog();
        Answers answers = new AnswerFinder(knowledge.finder(), catalog).rank(text, limit);
        List<FoundMetrics.Row> rows = answers.list().stream()
                .flatMap(answer -> answer instanceof Answer.OfMetric metric ? Stream.of(row(metric)) : Stream.empty())
                .limit(answers.answered() ? limit : NEAREST)
                .toList();
        boolean spansFirst = !answers.list().isEmpty() && answers.list().getFirst() instanceof Answer.OfSpans;
        return new FoundMetrics(
                rows, spansFirst, answers.missing(), answers.answered(), CatalogWords.age(catalog, clock));
    }

    private static FoundMetrics.Row row(Answer.OfMetric answer) {
        Metric metric = answer.match().metric();
        return new FoundMetrics.Row(
                metric.name(),
                metric.type(),
                CatalogWords.unit(metric),
                metric.liveness(),
                answer.fit(),
                VariantWords.of(answer),
                ForeignText.clean(metric.description(), DESCRIPTION),
                CatalogWords.why(answer.reasons()));
    }
}
