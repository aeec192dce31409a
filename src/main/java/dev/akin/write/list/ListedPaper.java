package dev.akin.write.list;

import dev.akin.paper.Paper;
import dev.akin.recommend.Recommendation;
import org.jspecify.annotations.Nullable;

/// A paper of a list.
///
/// @param found how it was found; absent if it was not recommended
public record ListedPaper(Paper paper, @Nullable Recommendation found) {
  /// A paper that was recommended.
  public static ListedPaper of(Recommendation found) {
    return new ListedPaper(found.paper(), found);
  }

  /// A paper that was not recommended.
  public static ListedPaper of(Paper paper) {
    return new ListedPaper(paper, null);
  }
}
