package dev.akin.serve.page;

import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the list of papers by date.
///
/// @param next where the next page begins; absent on the last page
///
/// @hidden public for its own room only
public record Page(List<Paper> papers, @Nullable BrowsePosition next) {
  /// The number of papers on a page if the client does not say.
  public static final int SIZE = 20;

  static Page of(IndexSnapshot snapshot, Filter filter, @Nullable BrowsePosition after, int size) {
    List<Paper> papers = snapshot.browse(filter, after, size + 1);
    if (papers.size() <= size) {
      return new Page(papers, null);
    }
    List<Paper> page = papers.subList(0, size);
    return new Page(page, BrowsePosition.after(page.getLast()));
  }
}
