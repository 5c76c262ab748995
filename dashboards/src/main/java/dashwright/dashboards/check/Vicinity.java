package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.QueryPrinter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a board says and what a widget reads have a word in common. */
final class Vicinity {
    /** Shorter words are articles, units and numbers. */
    private static final int SHORTEST = 3;

    private Vicinity() {}

    static boolean shareAWord(String around, Widget widget, Catalog catalog) {
        Set<String> said = words(around);
        return widget.selectors().stream()
                .anyMatch(selector -> !Collections.disjoint(said, words(read(selector, catalog))));
    }

    /** All that is known of what a selector reads. */
    private static String read(Selector selector, Catalog catalog) {
        String described = catalog.metric(selector.metric())
                .map(metric -> metric.description() + " " + metric.integration() + " " + tagKeys(metric))
                .orElse("");
        return selector.metric() + " " + described + " " + QueryPrinter.print(selector.scope()) + " "
                + String.join(" ", selector.groupBy());
    }

    private static String tagKeys(Metric metric) {
        return String.join(" ", metric.tags().keys());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }
}
