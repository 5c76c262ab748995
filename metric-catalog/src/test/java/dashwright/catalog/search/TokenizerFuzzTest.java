package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dashwright.catalog.FuzzedCatalog;
import dashwright.catalog.search.Tokenizer.Token;
import java.util.List;
import java.util.stream.Stream;

/** Any text as words: bounded, none of them empty, the same each time. */
class TokenizerFuzzTest {
    /** The longest that a normal form makes of one character. */
    private static final int LONGEST_NORMAL_FORM = 18;

    /** As the tokenizer's own bound. */
    private static final int LONGEST_WORD = 64;

    @DictionaryFile(resourcePath = "/dashwright/catalog/words.dict")
    @FuzzTest
    void takesAnyTextApart(byte[] input) {
        String text = FuzzedCatalog.text(input);
        Compounds compounds = OwnWords.compounds(text, Vocabulary.builtIn().words());
        Tokenizer tokenizer = new Tokenizer(compounds);

        List<Token> tokens = tokenizer.tokens(text);

        assertThat(tokens)
                .isEqualTo(tokenizer.tokens(text))
                .isEqualTo(new Tokenizer(compounds).tokens(text))
                .hasSizeLessThanOrEqualTo(LONGEST_NORMAL_FORM * WordBreaks.MAX_CHARACTERS);
        assertThat(tokens)
                .flatExtracting(token ->
                        Stream.concat(Stream.of(token), token.parts().stream()).toList())
                .allSatisfy(word -> {
                    assertThat(word.written()).isNotEmpty().hasSizeLessThanOrEqualTo(LONGEST_WORD);
                    assertThat(word.stem()).isNotEmpty();
                });
    }
}
