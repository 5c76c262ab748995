package dashwright.catalog.search;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.search.Tokenizer.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Writes a catalog into an index in memory: one document for each metric and each span group, in the catalog's order. */
final class IndexBuilder {
    /** Where a document keeps its item's place among the metrics, or among the spans. */
    static final String PLACE = "place";

    private static final double BUFFER_MEGABYTES = 64;
    private static final FieldType WORDS = wordsType();

    private final Tokenizer tokenizer;
    private final Map<String, TokenListStream> streams = new HashMap<>();
    private final Similarity similarity;

    IndexBuilder(Tokenizer tokenizer, Similarity similarity) {
        this.tokenizer = tokenizer;
        this.similarity = similarity;
    }

    DirectoryReader build(Catalog catalog) {
        // Merging neighbours only keeps the documents in the catalog's order, so that equal scores rank by name.
        IndexWriterConfig config = new IndexWriterConfig()
                .setSimilarity(similarity)
                .setMergePolicy(new LogDocMergePolicy())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            int place = 0;
            for (Metric metric : catalog.metrics()) {
                List<IndexedField<Metric>> fields = new ArrayList<>(IndexedField.METRIC);
                fields.add(IndexedField.TAGS);
                writer.addDocument(document(metric, fields, place++));
            }
            place = 0;
            for (SpanGroup spans : catalog.spans()) {
                writer.addDocument(document(spans, IndexedField.SPAN, place++));
            }
            writer.commit();
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog's index could not be built in memory", e);
        }
    }

    private <T> Document document(T item, List<IndexedField<T>> fields, int place) {
        Document document = new Document();
        document.add(new StoredField(PLACE, place));
        for (IndexedField<T> field : fields) {
            List<Token> tokens = new ArrayList<>();
            field.texts().apply(item).forEach(text -> tokens.addAll(tokenizer.tokens(text)));
            TokenListStream stream = streams.computeIfAbsent(field.name(), any -> new TokenListStream());
            stream.take(tokens);
            document.add(new Field(field.name(), stream, WORDS));
        }
        return document;
    }

    private static FieldType wordsType() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
