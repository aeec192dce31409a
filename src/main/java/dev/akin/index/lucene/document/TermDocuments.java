package dev.akin.index.lucene.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds the one document that has a term in a field. Made for many terms one after the other: it
/// keeps open what a search would open for each term. For one thread.
///
/// @hidden public for its own room only
public final class TermDocuments {
  /// The terms of one segment.
  private static final class Segment {
    private final LeafReaderContext leaf;
    private final TermsEnum terms;
    private @Nullable PostingsEnum documents;

    Segment(LeafReaderContext leaf, TermsEnum terms) {
      this.leaf = leaf;
      this.terms = terms;
    }

    int find(BytesRef term) throws IOException {
      if (!terms.seekExact(term)) {
        return -1;
      }
      documents = terms.postings(documents, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = documents.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = documents.nextDoc()) {
        if (live == null || live.get(doc)) {
          return leaf.docBase + doc;
        }
      }
      return -1;
    }
  }

  private final List<Segment> segments = new ArrayList<>();

  public TermDocuments(IndexReader reader, String field) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        segments.add(new Segment(leaf, terms.iterator()));
      }
    }
  }

  /// The number of the document; negative if there is none.
  public int find(String term) throws IOException {
    BytesRef bytes = new BytesRef(term);
    for (Segment segment : segments) {
      int document = segment.find(bytes);
      if (document >= 0) {
        return document;
      }
    }
    return -1;
  }
}
