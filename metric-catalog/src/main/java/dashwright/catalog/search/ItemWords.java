package dashwright.catalog.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What items say, as numbers of words, read once for all that an index is made of. The items are in the order of their names. */
final class ItemWords<T> {
    /** Datadog's names have at most 200 characters; what has more is no name, and is left out. */
    private static final int LONGEST_NAME = 1_000;

    private final Indexing<T> indexing;
    private final List<T> items;
    private final int[][] said;

    private ItemWords(Indexing<T> indexing, List<T> items, int[][] said) {
        this.indexing = indexing;
        this.items = items;
        this.said = said;
    }

    /** Reads items, of which no two have the same name, into a table of words. */
    static <T> ItemWords<T> of(Indexing<T> indexing, Collection<T> items, Words words) {
        List<T> named = items.stream()
                .filter(item -> indexing.name().apply(item).length() <= LONGEST_NAME)
                .sorted(Comparator.comparing(indexing.name()))
                .toList();
        List<IndexedField<T>> fields = indexing.fields();
        Reading reading = new Reading(words);
        int[][] said = new int[named.size()][];
        for (int at = 0; at < said.length; at++) {
            T item = named.get(at);
            for (IndexedField<T> field : fields) {
                reading.field(field.texts().apply(item));
            }
            said[at] = reading.item();
        }
        return new ItemWords<>(indexing, named, said);
    }

    Indexing<T> indexing() {
        return indexing;
    }

    List<T> items() {
        return items;
    }

    /** What the item at a place says: for each of {@link Indexing#fields} how many words, then their numbers. */
    int[] said(int item) {
        return said[item];
    }

    /** How often each word is said in these fields, by its number. */
    int[] counts(Words words, Set<IndexedField<T>> fields) {
        List<IndexedField<T>> all = indexing.fields();
        int[] worth =
                all.stream().mapToInt(field -> fields.contains(field) ? 1 : 0).toArray();
        int[] counts = new int[words.count()];
        for (int[] item : said) {
            int at = 0;
            for (int one : worth) {
                for (int left = item[at++]; left > 0; left--) {
                    counts[item[at++]] += one;
                }
            }
        }
        return counts;
    }

    /** Collects the numbers of one item after the other. */
    private static final class Reading implements WordBreaks.Sink {
        private final Words words;
        private int[] numbers = new int[64];
        private int size;

        Reading(Words words) {
            this.words = words;
        }

        void field(List<String> texts) {
            int head = size;
            add(0);
            for (String text : texts) {
                WordBreaks.find(text, this);
            }
            numbers[head] = size - head - 1;
        }

        int[] item() {
            int[] item = Arrays.copyOf(numbers, size);
            size = 0;
            return item;
        }

        @Override
        public void word(String text, int start, int end) {
            add(words.number(text, start, end));
        }

        private void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }
    }
}
