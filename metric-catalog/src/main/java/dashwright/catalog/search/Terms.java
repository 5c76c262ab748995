package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.HashMap;
import java.util.Map;

/** The stems under which words are indexed, each with a number from 0: a compound under its own and those of its parts. */
final class Terms {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] ofWord;

    /** The stems of these words. */
    Terms(Words words, Tokenizer tokenizer) {
        ofWord = new int[words.count()][];
        for (int word = 0; word < ofWord.length; word++) {
            Token token = tokenizer.token(words.word(word));
            ofWord[word] = new int[1 + token.parts().size()];
            ofWord[word][0] = add(token.stem());
            for (int part = 0; part < token.parts().size(); part++) {
                ofWord[word][part + 1] = add(token.parts().get(part).stem());
            }
        }
    }

    private int add(String stem) {
        Integer number = numbers.putIfAbsent(stem, numbers.size());
        return number == null ? numbers.size() - 1 : number;
    }

    /** The numbers by stem. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    /** The numbers of a word's stems. */
    int[] ofWord(int word) {
        return ofWord[word];
    }
}
