package dashwright.catalog.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The namespaces of a catalog: each with its number and how many items it has. Immutable. */
final class Namespaces {
    static final Namespaces NONE = new Namespaces(Map.of(), new int[0]);

    private final Map<String, Integer> numbers;
    private final int[] sizes;

    private Namespaces(Map<String, Integer> numbers, int[] sizes) {
        this.numbers = numbers;
        this.sizes = sizes;
    }

    /** How many there are. */
    int count() {
        return sizes.length;
    }

    /** How many items a namespace has. */
    int size(int number) {
        return sizes[number];
    }

    /** The number of a namespace that is there. */
    int number(String namespace) {
        Integer number = numbers.get(namespace);
        if (number == null) {
            throw new IllegalArgumentException("no namespace " + namespace);
        }
        return number;
    }

    /** These and the namespaces of more items; the numbers of those that were there stay. */
    Namespaces with(List<String> ofItems) {
        Map<String, Integer> more = new HashMap<>(numbers);
        ofItems.forEach(namespace -> more.putIfAbsent(namespace, more.size()));
        int[] grown = Arrays.copyOf(sizes, more.size());
        ofItems.forEach(namespace -> grown[more.getOrDefault(namespace, 0)]++);
        return new Namespaces(more, grown);
    }
}
