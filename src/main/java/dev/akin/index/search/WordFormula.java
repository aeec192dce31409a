package dev.akin.index.search;

import dev.akin.index.document.PaperDocument;
import java.io.IOException;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// The BM25 of words in the papers of one snapshot.
///
/// @param texts in title and abstract
/// @param titles in titles; if no paper has a title, no word counts there
record WordFormula(Bm25 texts, Bm25 titles) {
  /// For the papers of a searcher; absent if they have no words.
  static @Nullable WordFormula of(IndexSearcher searcher) throws IOException {
    CollectionStatistics texts = searcher.collectionStatistics(PaperDocument.WORDS);
    CollectionStatistics titles = searcher.collectionStatistics(PaperDocument.TITLE_WORDS);
    return texts == null
        ? null
        : new WordFormula(new Bm25(texts), new Bm25(titles == null ? texts : titles));
  }
}
