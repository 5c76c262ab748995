package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The stems of a text's words, reduced as the search reduces them. */
public final class WordStems {
    private WordStems() {}

    /** The stems in their order, each as often as it occurs. */
    public static List<String> of(String text) {
        EnglishStemmer stemmer = new EnglishStemmer();
        List<String> stems = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                stemmer.setCurrent(word);
                stemmer.stem();
                stems.add(stemmer.getCurrent());
            }
        }
        return stems;
    }
}
