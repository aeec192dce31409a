package dev.akin.index.word;

import java.util.Set;

/// The words that say nothing in a language, such as `the`, from Lucene's analyzer for it.
public final class StopWords {
  private StopWords() {}

  /// The words in lower case. None for a language that has no analyzer, or whose words are not
  /// separated, such as Chinese.
  ///
  /// @param language a code of ISO 639-1
  public static Set<String> of(String language) {
    return WordLanguages.stopWords(language);
  }
}
