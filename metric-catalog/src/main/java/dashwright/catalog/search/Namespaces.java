package dashwright.catalog.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The namespaces of a catalog: each with its number and how many items it has. Immutable. */
final class Namespaces {
    /** A namespace of so many items is believed half on which words are rare in it, the whole catalog the other half. */
    private static final double BELIEVED = 60;

    static final Namespaces NONE = new Namespaces(Map.of(), new int[0]);

    private final Map<String, Integer> numbers;
    private final int[] sizes;
    private final float[] believed;

    private Namespaces(Map<String, Integer> numbers, int[] sizes) {
        this.numbers = numbers;
        this.sizes = sizes;
        this.believed = new float[sizes.length];
        for (int number = 0; number < sizes.length; number++) {
            believed[number] = (float) (sizes[number] / (sizes[number] + BELIEVED));
        }
    }

    /** How many there are. */
    int count() {
        return sizes.length;
    }

    /** How many items a namespace has. */
    int size(int number) {
        return sizes[number];
    }

    /** How far a namespace is to be believed on which words are rare in it, 0 to 1: the more the more items it has. */
    float believed(int number) {
        return believed[number];
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
