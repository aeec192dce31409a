package dev.akin.index.search;

import dev.akin.base.Deadline;
import dev.akin.index.commit.OpenCommit;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/// The time that the searches of one answer may take. A search that uses it asks now and then
/// whether it must end, and ends with what it has found. For one thread at a time.
///
/// @hidden public for its own room only
public final class SearchTime implements QueryTimeout {
  private final Deadline deadline;
  private volatile boolean isOver;

  /// @param deadline when searches end
  public SearchTime(Deadline deadline) {
    this.deadline = deadline;
  }

  /// Whether a search must end now.
  @Override
  public boolean shouldExit() {
    if (!isOver && deadline.hasPassed()) {
      isOver = true;
    }
    return isOver;
  }

  /// Whether a search has ended before it was done.
  public boolean isOver() {
    return isOver;
  }

  /// A searcher whose searches end in time.
  public IndexSearcher searcher(OpenCommit commit) {
    IndexSearcher searcher = new IndexSearcher(commit.reader());
    searcher.setQueryCache(null);
    searcher.setTimeout(this);
    return searcher;
  }
}
