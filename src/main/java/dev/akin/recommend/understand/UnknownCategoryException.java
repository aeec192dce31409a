package dev.akin.recommend.understand;

import dev.akin.base.AkinException;
import java.util.List;

/// A search is restricted to a category that no paper of the index has.
public final class UnknownCategoryException extends AkinException {
  private static final long serialVersionUID = 1;

  private final String category;

  /// An error that names similar categories.
  ///
  /// @param suggestions categories of the index, the likeliest first
  public UnknownCategoryException(String category, List<String> suggestions) {
    super(
        Kind.MISSING,
        "no paper is in the category \"%s\"".formatted(category)
            + (suggestions.isEmpty()
                ? ""
                : "; did you mean " + String.join(", ", suggestions) + "?"));
    this.category = category;
  }

  public String category() {
    return category;
  }
}
