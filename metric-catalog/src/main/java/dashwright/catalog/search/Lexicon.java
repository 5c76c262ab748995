package dashwright.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How often words occur in a catalog: the measure of how much each word of a request says. */
final class Lexicon {
    private final IndexReader reader;
    private final List<String> fields;
    private final Map<String, Integer> frequencies = new HashMap<>();

    Lexicon(IndexReader reader, List<String> fields) {
        this.reader = reader;
        this.fields = fields;
    }

    /** In how many metrics or span groups a stem occurs: the most among the fields. */
    int frequency(String stem) {
        return frequencies.computeIfAbsent(stem, this::read);
    }

    /** True where the stem occurs anywhere in the catalog. */
    boolean has(String stem) {
        return frequency(stem) > 0;
    }

    /**
     * How much a word says that is found under any of these stems: BM25's inverse document frequency of them together. A
     * word that occurs nowhere says the most.
     */
    double information(Collection<String> stems) {
        int all = reader.numDocs();
        int sum = Math.min(all, stems.stream().mapToInt(this::frequency).sum());
        return Math.log(1 + (all - sum + 0.5) / (sum + 0.5));
    }

    private int read(String stem) {
        try {
            int most = 0;
            for (String field : fields) {
                most = Math.max(most, reader.docFreq(new Term(field, stem)));
            }
            return most;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
