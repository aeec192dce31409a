package dev.akin.write;

import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Strategy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Scores as people read them: the numbers that a list is ordered by, and what they mean.
public final class ScoreText {
  private ScoreText() {}

  /// A score with three decimals, such as `1.078`; empty if it is absent.
  public static String of(@Nullable Double score) {
    return score == null ? "" : String.format(Locale.ROOT, "%.3f", score);
  }

  /// What the scores of an answer mean, and their range. A list shows this once.
  public static String explain(Answer answer) {
    Mode mode = answer.options().mode();
    StringBuilder text = new StringBuilder();
    if (answer.partial()) {
      text.append("The search took too long and was ended, so better papers may be missing. ");
    }
    String note = WordsAlone.note(answer);
    if (note != null) {
      text.append(note).append(' ');
    }
    boolean isByDate =
        !answer.results().isEmpty()
            && answer.results().stream().allMatch(result -> result.score() == null);
    if (isByDate) {
      return text.append("The newest papers are first.").toString();
    }
    text.append("The number is the score: ").append(meaning(mode));
    Aspect aspect = answer.options().aspect();
    if (aspect != null) {
      text.append(
          " Closeness is 70 %% closeness in %s and 30 %% closeness of the whole texts."
              .formatted(aspect.label()));
      if (mode == Mode.HYBRID) {
        text.append(
            " The words are those of the title and of what the abstract says about the %s."
                .formatted(aspect.label()));
      }
    }
    if (mode != Mode.SEMANTIC && answer.query().isPhrase()) {
      text.append(
          " A paper that contains the phrase, or all its words in the title, gets 10 to 40 more, so it"
              + " comes first.");
    }
    if (mode != Mode.LEXICAL
        && answer.options().strategy() == Strategy.BEST
        && !answer.query().negatives().isEmpty()) {
      text.append(" How close the paper is to what you do not want is subtracted.");
    }
    if (answer.options().diversity() > 0) {
      text.append(" With diversity, the list is not always in the order of the scores.");
    }
    return text.toString();
  }

  private static String meaning(Mode mode) {
    return switch (mode) {
      case HYBRID ->
          "how close a paper is in meaning, plus how many of the important words it shares. It runs"
              + " from about 0 (unrelated) to 2 (the same text).";
      case SEMANTIC ->
          "how close a paper is in meaning (the cosine). It runs from about 0 (unrelated) to 1 (the"
              + " same text).";
      case LEXICAL ->
          "how many of the important words a paper shares. It runs from 0 (none) to about 1 (all of"
              + " them).";
    };
  }
}
