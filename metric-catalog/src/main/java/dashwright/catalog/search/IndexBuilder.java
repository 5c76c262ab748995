package dashwright.catalog.search;

import dashwright.catalog.search.Tokenizer.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Writes items into an index in memory: one document for each, in their order. */
final class IndexBuilder<T> {
    /** Where an item's document keeps its name as a whole. */
    static final String NAME = "name";

    /** The words that are ranked together. */
    static final String WORDS = "words";

    /** The words that name the item. */
    static final String NAMING = "naming";

    /** The words that are ranked apart. */
    static final String APART = "apart";

    /** Datadog's names have at most 200 characters; Lucene refuses keys of 32,766 bytes. */
    private static final int LONGEST_NAME = 1_000;

    private static final double BUFFER_MEGABYTES = 64;
    private static final FieldType WEIGHTED = type(true);
    private static final FieldType PRESENT = type(false);

    private final Indexing<T> indexing;
    private final Tokenizer tokenizer;
    private final WeightedWordsStream words = new WeightedWordsStream();
    private final WeightedWordsStream naming = new WeightedWordsStream();
    private final WeightedWordsStream apart = new WeightedWordsStream();

    IndexBuilder(Indexing<T> indexing, Tokenizer tokenizer) {
        this.indexing = indexing;
        this.tokenizer = tokenizer;
    }

    /** False for an item that cannot be indexed, because its name is no name. */
    boolean canIndex(T item) {
        return indexing.name().apply(item).length() <= LONGEST_NAME;
    }

    /** An index of these items, in one segment; a document's number is the place of its item. */
    LeafReader build(List<T> items) {
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                // Both together keep the documents in the order in which they were added.
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler());
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (T item : items) {
                    writer.addDocument(document(item));
                }
                writer.forceMerge(1);
            }
            return DirectoryReader.open(directory).leaves().getFirst().reader();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog's index could not be built in memory", e);
        }
    }

    private Document document(T item) {
        Document document = new Document();
        document.add(new StringField(NAME, indexing.name().apply(item), Field.Store.NO));
        words.clear();
        naming.clear();
        apart.clear();
        for (IndexedField<T> field : indexing.together()) {
            List<Token> tokens = tokens(field, item);
            words.add(tokens, field.weight());
            if (indexing.naming().contains(field)) {
                naming.add(tokens, 1);
            }
        }
        indexing.apart().forEach(field -> apart.add(tokens(field, item), field.weight()));
        document.add(new Field(WORDS, words, WEIGHTED));
        document.add(new Field(NAMING, naming, WEIGHTED));
        document.add(new Field(APART, apart, PRESENT));
        return document;
    }

    private List<Token> tokens(IndexedField<T> field, T item) {
        List<Token> tokens = new ArrayList<>();
        field.texts().apply(item).forEach(text -> tokens.addAll(tokenizer.tokens(text)));
        return tokens;
    }

    private static FieldType type(boolean withLength) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setOmitNorms(!withLength);
        type.freeze();
        return type;
    }
}
