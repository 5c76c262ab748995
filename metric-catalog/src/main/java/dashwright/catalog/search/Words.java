package dashwright.catalog.search;

import java.util.Arrays;

/**
 * The different words of many texts, each with a number from 0, so that a word is taken apart once however often it is
 * written. A hash table over parts of texts: it makes no object for a word that it knows, because looking words up is most
 * of the work of making an index. Not safe for threads.
 */
final class Words {
    private static final int FEW = 1 << 10;

    private String[] written = new String[FEW];
    private int count;

    /** The number of a word and one more, 0 where the slot is free; at least half of them are free. */
    private int[] slots = new int[2 * FEW];

    /** How many there are. */
    int count() {
        return count;
    }

    /** The word of a number. */
    String word(int number) {
        return written[number];
    }

    /** The number of the word that stands there in a text; a word that was not seen before gets the next one. */
    int number(String text, int start, int end) {
        int slot = slot(text, start, end);
        if (slots[slot] == 0) {
            if (count == written.length) {
                grow();
                slot = slot(text, start, end);
            }
            written[count++] = text.substring(start, end);
            slots[slot] = count;
        }
        return slots[slot] - 1;
    }

    private int slot(String text, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + text.charAt(at);
        }
        int slot = first(hash);
        while (slots[slot] != 0 && !isThere(written[slots[slot] - 1], text, start, end)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static boolean isThere(String word, String text, int start, int end) {
        return word.length() == end - start && text.startsWith(word, start);
    }

    /** The slot where the search for a hash begins; the high bits of short words' hashes are all alike. */
    private int first(int hash) {
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }

    private void grow() {
        written = Arrays.copyOf(written, 2 * count);
        slots = new int[4 * count];
        for (int number = 0; number < count; number++) {
            String word = written[number];
            slots[slot(word, 0, word.length())] = number + 1;
        }
    }
}
