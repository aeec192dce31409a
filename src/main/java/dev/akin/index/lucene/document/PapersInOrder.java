package dev.akin.index.lucene.document;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import dev.akin.index.record.IndexFields;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The papers of a reader in the order of their ids as UTF-8. Lucene keeps terms in this order, so
/// nothing is sorted.
///
/// @hidden public for its own room only
public record PapersInOrder(IndexReader reader) {
  /// Receives a paper.
  public interface Visitor {
    void paper(String id, int paper) throws IOException;
  }

  /// Passes every paper to `visitor`.
  public void forEach(Visitor visitor) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, IndexFields.ID);
    if (terms == null) {
      return;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum ids = terms.iterator();
    PostingsEnum papers = null;
    for (BytesRef id = ids.next(); id != null; id = ids.next()) {
      papers = ids.postings(papers, PostingsEnum.NONE);
      visit(id.utf8ToString(), papers, live, visitor);
    }
  }

  private static void visit(String id, PostingsEnum papers, @Nullable Bits live, Visitor visitor)
      throws IOException {
    for (int paper = papers.nextDoc(); paper != NO_MORE_DOCS; paper = papers.nextDoc()) {
      if (live == null || live.get(paper)) {
        visitor.paper(id, paper);
      }
    }
  }
}
