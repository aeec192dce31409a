package dev.akin.index.lucene.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Matches a given set of documents of one reader.
final class DocumentSetQuery extends Query {
  private final FixedBitSet documents;

  /// @param documents by their number in the whole reader; not copied
  DocumentSetQuery(FixedBitSet documents) {
    this.documents = documents;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int size = leaf.reader().maxDoc();
        FixedBitSet here = new FixedBitSet(size);
        FixedBitSet.orRange(documents, leaf.docBase, here, 0, size);
        int count = here.cardinality();
        if (count == 0) {
          return null;
        }
        DocIdSetIterator iterator = new BitSetIterator(here, count);
        return ConstantScoreScorerSupplier.fromIterator(iterator, score(), scoreMode, size);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "documents(" + documents.cardinality() + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentSetQuery query && documents.equals(query.documents);
  }

  @Override
  public int hashCode() {
    return documents.hashCode();
  }
}
