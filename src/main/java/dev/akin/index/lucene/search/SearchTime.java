package dev.akin.index.lucene.search;

import dev.akin.base.Deadline;
import dev.akin.index.lucene.commit.OpenCommit;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/// The time that the searches of one answer may take. A search that uses it asks now and then
/// whether it must end, and ends with what it has found. Safe for use by many threads.
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
    return searcher(commit, this);
  }

  /// The same for one search of the graph.
  IndexSearcher graphSearcher(OpenCommit commit) {
    return searcher(commit, new RareLook());
  }

  private static IndexSearcher searcher(OpenCommit commit, QueryTimeout timeout) {
    IndexSearcher searcher = new IndexSearcher(commit.reader());
    searcher.setQueryCache(null);
    searcher.setTimeout(timeout);
    return searcher;
  }

  /// A search of the graph asks before each comparison of vectors. A look at the clock takes about
  /// as long as a comparison.
  private final class RareLook implements QueryTimeout {
    private static final int COMPARISONS = 64;

    private int asked;

    @Override
    public boolean shouldExit() {
      return asked++ % COMPARISONS == 0 ? SearchTime.this.shouldExit() : isOver;
    }
  }
}
