package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Hands Lucene the words of several fields as one text: a word counts by the weights of the fields it stands in. One
 * postings list for each word is then all that a search reads. A compound counts as a whole and in its parts.
 */
final class WeightedWordsStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> weights = new HashMap<>();
    private Iterator<Map.Entry<String, Integer>> left = weights.entrySet().iterator();

    void clear() {
        weights.clear();
    }

    void add(List<Token> tokens, int weight) {
        for (Token token : tokens) {
            weights.merge(token.stem(), weight, Integer::sum);
            token.parts().forEach(part -> weights.merge(part.stem(), weight, Integer::sum));
        }
    }

    @Override
    public void reset() {
        left = weights.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!left.hasNext()) {
            return false;
        }
        Map.Entry<String, Integer> word = left.next();
        clearAttributes();
        term.append(word.getKey());
        frequency.setTermFrequency(word.getValue());
        return true;
    }
}
