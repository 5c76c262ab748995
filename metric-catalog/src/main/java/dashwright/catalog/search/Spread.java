package dashwright.catalog.search;

import java.util.List;

/**
 * How one word is spread over the namespaces of an index, which a search needs of every word and which costs as much to
 * find out as all else that it does with the word. Immutable.
 */
final class Spread {
    private final float[] rarity;
    private final float[] strength;
    private final double rarityAmongNamespaces;

    private Spread(float[] rarity, float[] strength, double rarityAmongNamespaces) {
        this.rarity = rarity;
        this.strength = strength;
        this.rarityAmongNamespaces = rarityAmongNamespaces;
    }

    /** The spread of a word over the items of some segments. */
    static <T> Spread of(List<Segment<T>> segments, Namespaces namespaces, String stem) {
        int[] having = new int[namespaces.count()];
        for (Segment<T> segment : segments) {
            Occurrences some = segment.occurrences(IndexBuilder.WORDS, stem);
            for (int at = some.first(); at >= 0; at = some.next(at)) {
                having[segment.namespace(some.doc(at))]++;
            }
        }
        float[] rarity = new float[having.length];
        float[] strength = new float[having.length];
        int with = 0;
        for (int number = 0; number < having.length; number++) {
            if (having[number] > 0) {
                with++;
                int size = namespaces.size(number);
                int some = Math.min(having[number], size);
                rarity[number] = (float) Lexicon.rarity(some, size);
                strength[number] = (float) Math.sqrt(Math.sqrt((double) some / size));
            }
        }
        return new Spread(rarity, strength, Lexicon.rarity(with, having.length));
    }

    /** How rare the word is among the items of a namespace. */
    float rarity(int namespace) {
        return rarity[namespace];
    }

    /** How much the word speaks for a namespace, 0 to 1: the more the more of its items have it. */
    float strength(int namespace) {
        return strength[namespace];
    }

    /** How rare it is among namespaces that any of their items has the word. */
    double rarityAmongNamespaces() {
        return rarityAmongNamespaces;
    }

    /** How many numbers it holds. */
    int size() {
        return rarity.length + strength.length;
    }
}
