package dev.akin.write;

import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;

/// Why an answer has no results, for people.
public final class NothingFound {
  private NothingFound() {}

  /// The reason in one sentence.
  ///
  /// @param answer without results
  public static String reason(Answer answer) {
    String note = WordsAlone.note(answer);
    return note == null ? reasonOf(answer) : reasonOf(answer) + " " + note;
  }

  private static String reasonOf(Answer answer) {
    if (answer.belowFloor() > 0) {
      return "No other paper reaches the minimum similarity.";
    }
    if (answer.liked().isEmpty() || !answer.options().filter().isNone()) {
      return "No papers found.";
    }
    return answer.liked().stream().allMatch(Paper::withoutText)
        ? "This paper has no title and no abstract, so no related papers can be found."
        : "The index has no other paper to compare with this one.";
  }
}
