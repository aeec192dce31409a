package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.search.FilterQuery;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Lists papers by date, newest first.
///
/// @hidden public for its own room only
public final class Browse {
  private static final int UNDATED = Integer.MIN_VALUE;
  private static final Sort NEWEST_FIRST = newestFirst();

  private final OpenCommit commit;
  private final SearchTime time;

  public Browse(OpenCommit commit, SearchTime time) {
    this.commit = commit;
    this.time = time;
  }

  private static Sort newestFirst() {
    SortField day = new SortField(IndexFields.FIRST_DAY, SortField.Type.INT, true, UNDATED);
    return new Sort(day, new SortField(IndexFields.ID, SortField.Type.STRING));
  }

  /// One page of the list.
  ///
  /// @param after the last paper of the previous page; absent for the first page
  public List<Paper> page(Filter filter, @Nullable BrowsePosition after, int count)
      throws IOException {
    TopDocs page =
        time.searcher(commit)
            .searchAfter(position(after), FilterQuery.of(filter), count, NEWEST_FIRST);
    List<Paper> papers = new ArrayList<>();
    for (ScoreDoc hit : page.scoreDocs) {
      papers.add(StoredPapers.read(commit.reader(), hit.doc));
    }
    return papers;
  }

  private @Nullable FieldDoc position(@Nullable BrowsePosition after) {
    if (after == null) {
      return null;
    }
    int day =
        after.day() == null
            ? UNDATED
            : Math.clamp(after.day().toEpochDay(), UNDATED + 1, Integer.MAX_VALUE);
    BytesRef id = new BytesRef(after.id().value());
    return new FieldDoc(commit.reader().maxDoc() - 1, Float.NaN, new Object[] {day, id});
  }
}
