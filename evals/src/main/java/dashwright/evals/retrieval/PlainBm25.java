package dashwright.evals.retrieval;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Plain BM25 over name ×3, integration ×2 and description, words parted at everything that is no letter or digit. */
final class PlainBm25 implements Ranker {
    private final IndexSearcher searcher;

    PlainBm25(Catalog catalog) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (Metric metric : catalog.metrics()) {
                Document document = new Document();
                document.add(new StringField("name", metric.name(), Field.Store.YES));
                String name = parted(metric.name());
                String integration = parted(metric.integration());
                String text = String.join(" ", name, name, name, integration, integration, metric.description());
                document.add(new TextField("text", parted(text), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    @Override
    public String name() {
        return "plain BM25";
    }

    @Override
    public List<String> best(String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Set<String> words = new LinkedHashSet<>(List.of(parted(text).split(" ", -1)));
        words.stream()
                .filter(word -> !word.isEmpty())
                .forEach(word -> query.add(new TermQuery(new Term("text", word)), Occur.SHOULD));
        List<String> best = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), 10).scoreDocs) {
            best.add(searcher.storedFields().document(hit.doc).get("name"));
        }
        return best;
    }

    private static String parted(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
