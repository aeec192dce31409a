package dev.akin.write.text;

import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import java.util.ArrayList;
import java.util.List;
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
  public static String explain(Answer answer, Messages messages) {
    List<String> sentences = new ArrayList<>(notes(answer, messages));
    if (!isByDate(answer)) {
      addScore(sentences, answer, messages);
    }
    return String.join(" ", sentences);
  }

  /// What people must know about an answer whose scores they do not see; may be empty.
  public static List<String> notes(Answer answer, Messages messages) {
    List<String> sentences = new ArrayList<>();
    if (answer.partial()) {
      sentences.add(messages.text("partial"));
    }
    String note = WordsAlone.note(answer, messages);
    if (note != null) {
      sentences.add(note);
    }
    if (isByDate(answer)) {
      sentences.add(messages.text("newestFirst"));
    }
    return sentences;
  }

  /// Whether the results are listed by date and have no scores.
  public static boolean isByDate(Answer answer) {
    return !answer.results().isEmpty()
        && answer.results().stream().allMatch(result -> result.score() == null);
  }

  private static void addScore(List<String> sentences, Answer answer, Messages messages) {
    RecommendOptions options = answer.options();
    Mode mode = options.mode();
    sentences.add(messages.text(meaning(mode)));
    Aspect aspect = options.aspect();
    if (aspect != null) {
      String name = messages.text(aspect.label());
      sentences.add(messages.text("scoreOfAspect", name));
      if (mode == Mode.HYBRID) {
        sentences.add(messages.text("scoreOfAspectWords", name));
      }
    }
    if (mode != Mode.SEMANTIC && answer.query().isPhrase()) {
      sentences.add(messages.text("scoreOfPhrase"));
    }
    if (mode != Mode.LEXICAL
        && options.strategy() == Strategy.BEST
        && !answer.query().negatives().isEmpty()) {
      sentences.add(messages.text("scoreOfNegatives"));
    }
    if (options.diversity() > 0) {
      sentences.add(messages.text("scoreOfDiversity"));
    }
  }

  private static String meaning(Mode mode) {
    return switch (mode) {
      case HYBRID -> "scoreHybrid";
      case SEMANTIC -> "scoreSemantic";
      case LEXICAL -> "scoreLexical";
    };
  }
}
