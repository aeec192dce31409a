package dev.akin.write.text;

import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;

/// Why an answer has no results, for people.
public final class NothingFound {
  private NothingFound() {}

  /// The reason in one sentence.
  ///
  /// @param answer without results
  public static String reason(Answer answer, Messages messages) {
    String note = WordsAlone.note(answer, messages);
    String reason = messages.text(key(answer));
    return note == null ? reason : reason + " " + note;
  }

  private static String key(Answer answer) {
    if (answer.belowFloor() > 0) {
      return answer.query().isPhrase() ? "noPaperAbout" : "noPaperAboveFloor";
    }
    if (answer.liked().isEmpty() || !answer.options().filter().isNone()) {
      return "noPapers";
    }
    return answer.liked().stream().allMatch(Paper::withoutText)
        ? "noTextToCompare"
        : "noOtherPaper";
  }
}
