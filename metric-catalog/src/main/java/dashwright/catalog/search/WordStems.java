package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.List;

/** The stems of a text's words, reduced as the search reduces them, for comparing texts outside a search. */
public final class WordStems {
    private WordStems() {}

    /** The stems in their order, each as often as it occurs; a compound gives its parts. */
    public static List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        for (Tokenizer.Token token : new Tokenizer(Compounds.NONE).tokens(text)) {
            stems.add(token.stem());
            token.parts().forEach(part -> stems.add(part.stem()));
        }
        return stems;
    }
}
