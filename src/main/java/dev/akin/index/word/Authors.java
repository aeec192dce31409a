package dev.akin.index.word;

import dev.akin.paper.NamePattern;
import java.util.Set;

/// Compares authors with names.
public final class Authors {
  private Authors() {}

  /// Whether an author may have a name, as a filter compares them.
  ///
  /// @param author as `Given Family`
  public static boolean mayBe(String author, NamePattern name) {
    Set<String> terms = AuthorTerms.of(author);
    return AuthorTerms.of(name).stream()
        .allMatch(alternatives -> alternatives.stream().anyMatch(terms::contains));
  }
}
