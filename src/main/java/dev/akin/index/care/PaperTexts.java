package dev.akin.index.care;

import dev.akin.index.document.TextKey;
import dev.akin.paper.Paper;
import org.jspecify.annotations.Nullable;

/// What the models of an index read of a paper.
public interface PaperTexts {
  /// The key of a paper's text; absent if it has none.
  @Nullable TextKey keyOf(Paper paper);
}
