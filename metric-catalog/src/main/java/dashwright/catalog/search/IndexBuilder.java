package dashwright.catalog.search;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Tokenizer.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.BytesRef;

/** Writes a catalog into an index in memory: one document for each metric and each span group. */
final class IndexBuilder {
    /** Where a metric's document keeps its name. */
    static final String NAME = "name";

    /** Where a span group's document keeps its place among the spans. */
    static final String PLACE = "place";

    /** Datadog's names have at most 200 characters; Lucene refuses keys of 32,766 bytes. */
    private static final int LONGEST_NAME = 1_000;

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
        return write(new ByteBuffersDirectory(), writer -> {
            for (Metric metric : indexable(catalog.metrics())) {
                writer.addDocument(document(metric));
            }
            for (int place = 0; place < catalog.spans().size(); place++) {
                Document document = new Document();
                document.add(new StoredField(PLACE, place));
                addWords(document, catalog.spans().get(place), IndexedField.SPAN);
                writer.addDocument(document);
            }
        });
    }

    /** A copy of an index in which some metrics are replaced; the other index stays as it is. */
    DirectoryReader replace(DirectoryReader before, Collection<Metric> metrics) {
        return write(copy(before), writer -> {
            for (Metric metric : indexable(metrics)) {
                writer.updateDocument(new Term(NAME, metric.name()), document(metric));
            }
        });
    }

    private static List<Metric> indexable(Collection<Metric> metrics) {
        return metrics.stream()
                .filter(metric -> metric.name().length() <= LONGEST_NAME)
                .toList();
    }

    private interface Writing {
        void with(IndexWriter writer) throws IOException;
    }

    private DirectoryReader write(Directory directory, Writing writing) {
        IndexWriterConfig config =
                new IndexWriterConfig().setSimilarity(similarity).setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                writing.with(writer);
            }
            // Only after closing: merges that end then would take away the files of a commit that was opened before.
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog's index could not be built in memory", e);
        }
    }

    private static Directory copy(DirectoryReader before) {
        ByteBuffersDirectory copy = new ByteBuffersDirectory();
        try {
            for (String file : before.getIndexCommit().getFileNames()) {
                copy.copyFrom(before.directory(), file, file, IOContext.DEFAULT);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog's index could not be copied in memory", e);
        }
    }

    private Document document(Metric metric) {
        Document document = new Document();
        document.add(new StringField(NAME, metric.name(), Field.Store.YES));
        document.add(new SortedDocValuesField(NAME, new BytesRef(metric.name())));
        addWords(document, metric, IndexedField.METRIC);
        addWords(document, metric, List.of(IndexedField.TAGS));
        return document;
    }

    private <T> void addWords(Document document, T item, List<IndexedField<T>> fields) {
        for (IndexedField<T> field : fields) {
            List<Token> tokens = new ArrayList<>();
            field.texts().apply(item).forEach(text -> tokens.addAll(tokenizer.tokens(text)));
            TokenListStream stream = streams.computeIfAbsent(field.name(), any -> new TokenListStream());
            stream.take(tokens);
            document.add(new Field(field.name(), stream, WORDS));
        }
    }

    private static FieldType wordsType() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
