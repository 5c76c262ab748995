package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands words to Lucene; the whole of a compound stands on the place of its first part and adds no length. */
final class TokenListStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(String stem, int increment) {}

    /** Takes the words that come next. */
    void take(List<Token> tokens) {
        entries.clear();
        for (Token token : tokens) {
            token.parts().forEach(part -> entries.add(new Entry(part.stem(), 1)));
            entries.add(new Entry(token.stem(), token.parts().isEmpty() ? 1 : 0));
        }
    }

    @Override
    public boolean incrementToken() {
        Entry entry = entries.poll();
        if (entry == null) {
            return false;
        }
        clearAttributes();
        term.append(entry.stem());
        increment.setPositionIncrement(entry.increment());
        return true;
    }
}
