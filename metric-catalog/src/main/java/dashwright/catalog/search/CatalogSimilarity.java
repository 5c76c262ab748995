package dashwright.catalog.search;

import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 in which a word's rarity is counted over the whole catalog. Lucene counts it over the documents that have the
 * field, and would call a tag common because only few metrics have had their tags read.
 */
final class CatalogSimilarity extends BM25Similarity {
    private final long items;

    /** For a catalog of so many metrics and span groups. */
    CatalogSimilarity(long items) {
        this.items = items;
    }

    @Override
    protected float idf(long docFreq, long docCount) {
        return super.idf(docFreq, Math.max(items, docCount));
    }
}
