package dashwright.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tags that a metric carries, key to values.
 *
 * @param known false where the tags were never read as a whole: then nothing may be concluded from the absence of one
 * @param values the values seen for each key; unmodifiable
 */
public record TagSet(boolean known, SortedMap<String, SortedSet<String>> values) {
    /** Tags that were never read. */
    public static final TagSet UNREAD = new TagSet(false, new TreeMap<>());

    public TagSet {
        TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
        values.forEach((key, set) -> copy.put(key, Collections.unmodifiableSortedSet(new TreeSet<>(set))));
        values = Collections.unmodifiableSortedMap(copy);
    }

    /** Tags that were read, from Datadog's {@code key:value} texts; a text without a colon is a key without values. */
    public static TagSet of(Iterable<String> tags) {
        TreeMap<String, SortedSet<String>> values = new TreeMap<>();
        for (String tag : tags) {
            int colon = tag.indexOf(':');
            String key = colon < 0 ? tag : tag.substring(0, colon);
            SortedSet<String> seen = values.computeIfAbsent(key, any -> new TreeSet<>());
            if (colon >= 0) {
                seen.add(tag.substring(colon + 1));
            }
        }
        return new TagSet(true, values);
    }

    /** The same tags and one more that the metric is known to carry. */
    public TagSet plus(String key, String value) {
        TreeMap<String, SortedSet<String>> more = new TreeMap<>(values);
        TreeSet<String> seen = new TreeSet<>(valuesOf(key));
        seen.add(value);
        more.put(key, seen);
        return new TagSet(known, more);
    }

    /** The tag keys. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** The values seen for a key; empty where the key is absent. */
    public SortedSet<String> valuesOf(String key) {
        return values.getOrDefault(key, Collections.emptySortedSet());
    }

    /** True where the key with this exact value was seen. */
    public boolean has(String key, String value) {
        return valuesOf(key).contains(value);
    }

    /** The same tags as a plain map, for writing them down. */
    public Map<String, SortedSet<String>> asMap() {
        return values;
    }
}
