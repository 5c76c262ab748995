package dashwright.tools.metrics;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import dashwright.tools.drafting.UnreadWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what is known of metrics; what the catalog does not know yet costs two reads a metric. */
public final class MetricDescriber {
    /** The most metrics of one question: each can cost two of the hundred reads an hour. */
    public static final int MOST = 8;

    private final Knowledge knowledge;

    /** A describer over what is known. */
    public MetricDescriber(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * Type, unit, description and tags of metrics, read where they are not known yet and the budget allows.
     *
     * @param names full names, 1 to {@value #MOST}
     * @throws ToolRefusal where there are none or too many
     */
    public DescribedMetrics describe(List<String> names) {
        Set<String> asked = new LinkedHashSet<>(names);
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new ToolRefusal("There are " + asked.size() + " names; give from 1 to " + MOST);
        }
        Knowledge own = knowledge.forRequest();
        Catalog before = own.catalog();
        List<String> there =
                asked.stream().filter(name -> before.metric(name).isPresent()).toList();
        Catalog catalog = there.isEmpty() ? before : own.enrich(there);
        List<Metric> metrics = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : asked) {
            Optional<Metric> metric = catalog.metric(name);
            metric.ifPresentOrElse(metrics::add, () -> unknown.add(Inputs.noSuch(knowledge.search(), name)));
        }
        return new DescribedMetrics(metrics, unknown, UnreadWords.ofMetrics(own.unread()));
    }
}
