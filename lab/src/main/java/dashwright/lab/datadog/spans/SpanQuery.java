package dashwright.lab.datadog.spans;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.datadog.engine.QueryRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A question about spans.
 *
 * @param filter which spans
 * @param compute what is computed of them
 * @param step seconds between points, 0 for the window's own
 * @param groups by which facets, the outermost first
 */
public record SpanQuery(Predicate<SpanKind> filter, Compute compute, long step, List<Group> groups) {
    /** Datadog returns so many groups where the query names no limit. */
    static final int GROUPS = 10;

    public SpanQuery {
        groups = List.copyOf(groups);
    }

    /**
     * A facet to group by.
     *
     * @param facet the facet
     * @param limit how many of its values at most
     * @param descending true where the greatest come first
     */
    record Group(String facet, int limit, boolean descending) {}

    /**
     * Reads a query of {@code data_source} {@code spans}: {@code search.query}, {@code compute}, {@code group_by}.
     *
     * @throws QueryRefused where it is not as it must be
     */
    public static SpanQuery read(JsonNode node) {
        JsonNode compute = node.path("compute");
        return new SpanQuery(
                SpanSearch.parse(node.path("search").path("query").asText("")),
                Compute.read(compute),
                Math.max(0, compute.path("interval").asLong(0) / 1_000),
                groups(node.path("group_by")));
    }

    static List<Group> groups(JsonNode nodes) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode node : nodes) {
            String facet = node.path("facet").asText();
            if (facet.isEmpty()) {
                throw new QueryRefused("'facet' is a required property of a group_by");
            }
            boolean descending = !node.path("sort").path("order").asText("desc").equals("asc");
            groups.add(new Group(facet, node.path("limit").asInt(GROUPS), descending));
        }
        return groups;
    }

    /** How the answer becomes one number where one is asked for: counts and sums add up over time. */
    public String reduction() {
        return compute.adds() ? "sum" : "avg";
    }

    /** How many groups there can be altogether. */
    int limit() {
        long product = groups.stream().mapToLong(Group::limit).reduce(1, (a, b) -> Math.min(a * b, 10_000));
        return (int) Math.max(1, product);
    }

    boolean descending() {
        return groups.isEmpty() || groups.getFirst().descending();
    }

    String facets() {
        return groups.stream().map(Group::facet).collect(Collectors.joining(","));
    }
}
