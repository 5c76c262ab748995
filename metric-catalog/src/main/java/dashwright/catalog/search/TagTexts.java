package dashwright.catalog.search;

import dashwright.catalog.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** What of a metric's tags can be searched. */
final class TagTexts {
    /** Values of one key beyond this are host names, ids and the like, which nobody asks for by a word. */
    private static final int MAX_VALUES = 500;

    private TagTexts() {}

    static List<String> of(Metric metric) {
        List<String> texts = new ArrayList<>();
        metric.tags().asMap().forEach((key, values) -> add(texts, key, values));
        return texts;
    }

    private static void add(List<String> texts, String key, SortedSet<String> values) {
        texts.add(key);
        values.stream().limit(MAX_VALUES).forEach(texts::add);
    }
}
