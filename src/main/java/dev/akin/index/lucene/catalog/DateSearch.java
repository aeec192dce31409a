package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.search.FilterQuery;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.paper.PublicationDate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Counts papers by date.
///
/// @param time of its searches
///
/// @hidden public for its own room only
public record DateSearch(OpenCommit commit, SearchTime time) {
  /// By first day; of dates that begin on one day, the shortest first.
  private static final Comparator<PublicationDate> ORDER =
      Comparator.comparing(PublicationDate::earliest).thenComparing(PublicationDate::latest);

  /// Counts the papers that pass a filter. Papers without a date are left out.
  public SortedMap<PublicationDate, Integer> of(Filter filter) throws IOException {
    FixedBitSet papers = FilterQuery.papers(filter, commit, time);
    SortedMap<PublicationDate, Integer> counts = new TreeMap<>(ORDER);
    for (LeafReaderContext leaf : commit.reader().leaves()) {
      count(leaf, papers, counts);
    }
    return counts;
  }

  private static void count(
      LeafReaderContext leaf, FixedBitSet papers, SortedMap<PublicationDate, Integer> counts)
      throws IOException {
    int[] lastDays = lastDays(leaf.reader());
    NumericDocValues firstDays = DocValues.getNumeric(leaf.reader(), IndexFields.FIRST_DAY);
    while (firstDays.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (papers.get(leaf.docBase + firstDays.docID())) {
        LocalDate first = LocalDate.ofEpochDay(firstDays.longValue());
        LocalDate last = LocalDate.ofEpochDay(lastDays[firstDays.docID()]);
        counts.merge(PublicationDate.between(first, last), 1, Integer::sum);
      }
    }
  }

  /// The last day of each paper of a segment, as a day of the epoch. There are only points of it.
  private static int[] lastDays(LeafReader segment) throws IOException {
    int[] days = new int[segment.maxDoc()];
    PointValues points = segment.getPointValues(IndexFields.LAST_DAY);
    if (points != null) {
      points.intersect(new Days(days));
    }
    return days;
  }

  private static final class Days implements PointValues.IntersectVisitor {
    private final int[] days;

    Days(int[] days) {
      this.days = days;
    }

    @Override
    public void visit(int document) {
      throw new IllegalStateException("no cell of points is taken whole");
    }

    @Override
    public void visit(int document, byte[] day) {
      days[document] = IntPoint.decodeDimension(day, 0);
    }

    @Override
    public PointValues.Relation compare(byte[] least, byte[] greatest) {
      return PointValues.Relation.CELL_CROSSES_QUERY;
    }
  }
}
