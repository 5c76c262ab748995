package dashwright.evals.retrieval;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.CatalogIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often a search says that nothing fits: for titles of widgets, which must be answered, and for the same titles in a
 * catalog without that product, which must be refused. A product is out of the catalog with every metric whose
 * integration or name has the first word of its name, so that its sister products cannot answer for it.
 */
final class Refusals {
    private static final int ANSWERS = 10;

    private final Catalog catalog;
    private final CatalogIndex index;
    private final Map<String, List<Case>> products;

    Refusals(Catalog catalog, CatalogIndex index, List<Case> cases) {
        this.catalog = catalog;
        this.index = index;
        this.products =
                cases.stream().collect(Collectors.groupingBy(Case::product, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * What became of some texts.
     *
     * @param texts what they are
     * @param half 0 or 1 for one half of the products, 2 for all
     * @param count how many there were
     * @param refused the share that was refused, 0 to 1
     */
    record Row(String texts, int half, int count, double refused) {}

    /** A text, and whether it was refused. */
    private record Tried(int half, boolean refused) {}

    /** All cases, with their products in the catalog and without, as titles and in plain words. */
    List<Row> rows() {
        List<Tried> titles = new ArrayList<>();
        List<Tried> plain = new ArrayList<>();
        List<Tried> titlesWithout = new ArrayList<>();
        List<Tried> plainWithout = new ArrayList<>();
        products.values().forEach(cases -> {
            CatalogIndex without = CatalogIndex.of(without(cases));
            for (Case each : cases) {
                titles.add(tried(index, each, each.text()));
                plain.add(tried(index, each, each.plain()));
                titlesWithout.add(tried(without, each, each.text()));
                plainWithout.add(tried(without, each, each.plain()));
            }
        });
        return Stream.of(
                        rows("titles of widgets", titles),
                        rows("product and title in plain words", plain),
                        rows("titles, their product not in the catalog", titlesWithout),
                        rows("plain words, their product not in the catalog", plainWithout))
                .flatMap(List::stream)
                .toList();
    }

    /** Requests about something else altogether. */
    Row foreign(String texts, List<String> requests) {
        long refused = requests.stream()
                .filter(request -> !index.search(request, ANSWERS).answered())
                .count();
        return new Row(texts, 2, requests.size(), (double) refused / requests.size());
    }

    private static Tried tried(CatalogIndex in, Case asked, String text) {
        return new Tried(asked.half(), !in.search(text, ANSWERS).answered());
    }

    private static List<Row> rows(String texts, List<Tried> all) {
        return Stream.of(0, 1, 2)
                .map(half -> {
                    List<Tried> some = all.stream()
                            .filter(each -> half == 2 || each.half() == half)
                            .toList();
                    long refused = some.stream().filter(Tried::refused).count();
                    return new Row(texts, half, some.size(), (double) refused / some.size());
                })
                .toList();
    }

    private Catalog without(List<Case> cases) {
        Set<String> names = new HashSet<>();
        Set<String> namespaces = new HashSet<>();
        names.add(firstWord(cases.getFirst().product()));
        cases.stream()
                .flatMap(each -> each.gold().stream())
                .flatMap(name -> catalog.metric(name).stream())
                .forEach(metric -> {
                    namespaces.add(metric.namespace());
                    names.add(firstWord(metric.integration()));
                });
        names.remove("");
        return Catalog.of(
                catalog.metrics().stream()
                        .filter(metric -> !namespaces.contains(metric.namespace()) && !isOf(metric, names))
                        .toList(),
                catalog.spans(),
                catalog.takenAt());
    }

    private static boolean isOf(Metric metric, Set<String> names) {
        return names.contains(firstWord(metric.integration()))
                || Stream.of(metric.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                        .anyMatch(names::contains);
    }

    private static String firstWord(String name) {
        return name.toLowerCase(Locale.ROOT).split("[^a-z0-9]", 2)[0];
    }
}
