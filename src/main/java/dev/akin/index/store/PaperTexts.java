package dev.akin.index.store;

import dev.akin.paper.Paper;
import org.jspecify.annotations.Nullable;

/// Knows the texts that the models of an index read.
public interface PaperTexts {
  /// The key of a paper's text; absent if the paper has none.
  @Nullable TextKey keyOf(Paper paper);
}
