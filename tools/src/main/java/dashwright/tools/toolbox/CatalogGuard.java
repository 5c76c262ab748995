package dashwright.tools.toolbox;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.search.SearchResult;
import dashwright.dashboards.plan.TagFilter;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what a model asks for to what the catalog knows; what is not there is refused with the nearest that is. */
final class CatalogGuard {
    private static final int NEAREST = 3;
    private static final int MOST_NAMED = 8;
    /** Facets that every span has: https://docs.datadoghq.com/tracing/trace_explorer/query_syntax/#reserved-attributes. */
    private static final Set<String> SPAN_FACETS =
            Set.of("env", "service", "version", "operation_name", "resource_name", "host", "status");

    private final Knowledge knowledge;
    private Catalog catalog;

    CatalogGuard(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.catalog = knowledge.catalog();
    }

    /** The snapshot with what was read for the panels so far. */
    Catalog catalog() {
        return catalog;
    }

    /** Has read what is needed to judge these panels: types decide aggregations, and tags must be there. */
    void prepare(Collection<PanelRequest> panels) {
        Set<String> untyped = new TreeSet<>();
        Set<String> untagged = new TreeSet<>();
        for (PanelRequest panel : panels) {
            for (String name : panel.metrics()) {
                catalog.metric(name).ifPresent(metric -> {
                    if (panel.usesTags() && !metric.tags().known()) {
                        untagged.add(name);
                    } else if (metric.type() == MetricType.UNKNOWN && !metric.described()) {
                        untyped.add(name);
                    }
                });
            }
        }
        untyped.removeAll(untagged);
        if (!untyped.isEmpty()) {
            catalog = knowledge.describe(untyped);
        }
        if (!untagged.isEmpty()) {
            catalog = knowledge.enrich(untagged);
        }
    }

    /** What is wrong with a panel's names, a sentence each. */
    List<String> problems(PanelRequest panel) {
        List<String> problems = new ArrayList<>();
        for (String name : panel.metrics()) {
            catalog.metric(name)
                    .ifPresentOrElse(
                            metric -> checkTags(metric, panel, problems),
                            () -> problems.add("There is no metric '" + name + "' in the catalog." + nearest(name)));
        }
        if (panel.spans() != null) {
            checkSpans(panel.spans(), problems);
            checkFacets(panel, problems);
        }
        return problems.stream()
                .map(problem -> panel.place() + " '" + panel.title() + "': " + problem)
                .toList();
    }

    private String nearest(String name) {
        String words = ForeignText.clean(name.replaceAll("[._:/-]+", " "), 200);
        if (words.isBlank()) {
            return "";
        }
        SearchResult found = knowledge.search().search(words, NEAREST);
        String names = found.metrics().stream()
                .limit(NEAREST)
                .map(match -> ForeignText.clean(match.metric().name(), PanelReader.MOST_NAME))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? " Nothing there is near it." : " Nearest there are: " + names + ".";
    }

    /** Where the tags were never read as a whole, nothing follows from the absence of one; the trial will show it. */
    private static void checkTags(Metric metric, PanelRequest panel, List<String> problems) {
        TagSet tags = metric.tags();
        if (!tags.known()) {
            return;
        }
        for (String key : panel.by()) {
            checkKey(metric, key, problems);
        }
        for (TagFilter filter : panel.filters()) {
            if (checkKey(metric, filter.key(), problems)) {
                checkValues(metric, filter, problems);
            }
        }
    }

    private static boolean checkKey(Metric metric, String key, List<String> problems) {
        if (metric.tags().keys().contains(key)) {
            return true;
        }
        problems.add(metric.name() + " has no tag '" + key + "'. "
                + (metric.tags().keys().isEmpty()
                        ? "It has no tags at all."
                        : "It has: " + some(metric.tags().keys()) + "."));
        return false;
    }

    private static void checkValues(Metric metric, TagFilter filter, List<String> problems) {
        SortedSet<String> known = metric.tags().valuesOf(filter.key());
        for (String value : filter.values()) {
            if (!known.isEmpty() && known.stream().noneMatch(each -> matches(value, each))) {
                problems.add("No series of " + metric.name() + " has " + filter.key() + ":" + value + ". There are: "
                        + some(nearestFirst(value, known)) + ".");
            }
        }
    }

    private void checkSpans(PanelRequest.Spans wanted, List<String> problems) {
        if (catalog.spans().stream().anyMatch(group -> isOf(group, wanted))) {
            return;
        }
        if (catalog.spans().isEmpty()) {
            problems.add("The catalog holds no spans; use metrics.");
            return;
        }
        String words = String.join(" ", wanted.service(), wanted.operation(), wanted.resource())
                .replaceAll("[._:/-]+", " ");
        String near = knowledge.search().search(words, NEAREST).spans().stream()
                .limit(NEAREST)
                .map(match -> "service " + shown(match.spans().service()) + ", operation "
                        + shown(match.spans().operation()) + ", resource "
                        + shown(match.spans().resource()))
                .collect(Collectors.joining("; "));
        problems.add("No spans have service '" + wanted.service() + "', operation '" + wanted.operation()
                + "' and resource '" + wanted.resource() + "' together. "
                + (near.isEmpty() ? "Nothing there is near them." : "Nearest there are: " + near + "."));
    }

    /** Of spans the catalog knows no tags, but a key that no metric carries either is an invention. */
    private void checkFacets(PanelRequest panel, List<String> problems) {
        Set<String> keys = new TreeSet<>(panel.by());
        panel.filters().forEach(filter -> keys.add(filter.key()));
        keys.removeAll(SPAN_FACETS);
        keys.removeIf(key -> catalog.metrics().stream()
                .anyMatch(metric -> metric.tags().keys().contains(key)));
        keys.forEach(key -> problems.add("Nothing in the catalog carries the tag '" + key + "'. Spans have: "
                + some(new TreeSet<>(SPAN_FACETS)) + ", and the tags that metrics of the same service have."));
    }

    private static boolean isOf(SpanGroup group, PanelRequest.Spans wanted) {
        return fits(wanted.service(), group.service())
                && fits(wanted.operation(), group.operation())
                && fits(wanted.resource(), group.resource());
    }

    private static boolean fits(String wanted, String there) {
        return wanted.isEmpty() || wanted.equals(there);
    }

    /** A value as a scope writes it may begin or end with a star. */
    private static boolean matches(String pattern, String value) {
        boolean open = pattern.endsWith("*");
        boolean ended = pattern.startsWith("*") && pattern.length() > 1;
        String core = pattern.substring(ended ? 1 : 0, pattern.length() - (open ? 1 : 0));
        if (open) {
            return ended ? value.contains(core) : value.startsWith(core);
        }
        return ended ? value.endsWith(core) : value.equals(core);
    }

    private static List<String> nearestFirst(String wanted, SortedSet<String> known) {
        String core = wanted.replace("*", "").toLowerCase(Locale.ROOT);
        List<String> ordered = new ArrayList<>(known);
        ordered.sort(
                Comparator.comparingInt(value -> value.toLowerCase(Locale.ROOT).contains(core) ? 0 : 1));
        return ordered;
    }

    private static String some(Collection<String> names) {
        String some = names.stream().limit(MOST_NAMED).map(CatalogGuard::shown).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? some + " and " + (names.size() - MOST_NAMED) + " more" : some;
    }

    private static String shown(String foreign) {
        return ForeignText.clean(foreign, PanelReader.MOST_NAME);
    }
}
