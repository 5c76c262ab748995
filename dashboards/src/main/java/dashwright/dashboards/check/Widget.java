package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.query.Expression.Selector;
import java.util.List;
import java.util.Set;

/**
 * A widget as far as it can be read.
 *
 * @param place where it is on the board, as {@code widgets[1].widgets[0]}: it has no id before it is created
 * @param parent the place of what holds it, empty for the board
 * @param section the title of the group around it, empty for none
 * @param json the widget with its layout; missing for the widget that a split graph repeats
 * @param definition its definition
 * @param type its type, empty for none
 * @param title its title, possibly empty
 * @param requests what it asks for
 */
record Widget(
        String place,
        String parent,
        String section,
        JsonNode json,
        JsonNode definition,
        String type,
        String title,
        List<Request> requests) {
    /** Types that draw one number for each group, where a window's sum, mean or newest value stands for all of it. */
    private static final Set<String> NUMBERS =
            Set.of("query_value", "toplist", "query_table", "sunburst", "treemap", "change", "geomap", "bar_chart");

    Widget {
        requests = List.copyOf(requests);
    }

    boolean isGroup() {
        return type.equals("group");
    }

    boolean showsNumbers() {
        return NUMBERS.contains(type);
    }

    boolean readsData() {
        return requests.stream().anyMatch(request -> !request.queries().isEmpty());
    }

    List<NamedQuery> queries() {
        return requests.stream().flatMap(request -> request.queries().stream()).toList();
    }

    List<Selector> selectors() {
        return requests.stream()
                .flatMap(request -> request.selectors().stream())
                .toList();
    }

    /** The metrics it reads, each once. */
    List<String> metrics() {
        return selectors().stream().map(Selector::metric).distinct().toList();
    }
}
