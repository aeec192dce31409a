package dev.akin.index.word;

import java.io.IOException;

/// In how many papers of one commit words are.
///
/// @hidden public for its own room only
@FunctionalInterface
public interface WordFrequencies {
  /// The number of papers with a word. Those that were deleted lately may be included.
  ///
  /// @param inTexts papers with the word in title or abstract
  /// @param inTitles papers with the word in the title
  record Frequency(int inTexts, int inTitles) {
    public static final Frequency NONE = new Frequency(0, 0);
  }

  /// The frequency of a word, as [Analyzers] makes it.
  Frequency of(String word) throws IOException;
}
