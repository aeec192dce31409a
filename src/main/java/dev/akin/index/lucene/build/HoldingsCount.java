package dev.akin.index.lucene.build;

import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.search.FilterQuery;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Holdings;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Counts the documents that were written, as of the last refresh.
///
/// @hidden public for its own room only
public record HoldingsCount(DocumentWriter documents) {
  /// Counts.
  public Holdings count() throws IOException {
    return new Holdings(
        documents.count(FilterQuery.papers()),
        documents.count(new FieldExistsQuery(PaperDocument.vector(0))),
        count(IndexFields.KNOWN_BY, IndexFields.BY_TITLE),
        count(IndexFields.KNOWN_BY, IndexFields.BY_NOTHING),
        documents.count(new FieldExistsQuery(PaperDocument.TOMBSTONE)),
        counts(IndexFields.LANGUAGE),
        counts(IndexFields.WORDS_IN));
  }

  /// How many papers have each term of a field.
  private SortedMap<String, Integer> counts(String field) throws IOException {
    SortedMap<String, Integer> counts = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(documents.reader(), field);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      counts.put(term.utf8ToString(), count(field, term.utf8ToString()));
    }
    counts.values().removeIf(count -> count == 0); // a term may outlive its last paper
    return counts;
  }

  private int count(String field, String term) throws IOException {
    return documents.count(new TermQuery(new Term(field, term)));
  }
}
