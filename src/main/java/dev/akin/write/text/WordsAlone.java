package dev.akin.write.text;

import dev.akin.recommend.Answer;
import org.jspecify.annotations.Nullable;

/// Says that words rank alone, because the model does not know the language of the query.
///
/// @hidden public for its own room only
public final class WordsAlone {
  private WordsAlone() {}

  /// One sentence for people; absent if meaning counts, or was not asked for.
  public static @Nullable String note(Answer answer, Messages messages) {
    return answer.unknownLanguage() == null
        ? null
        : messages.text("wordsAlone", messages.languageName(answer.unknownLanguage()));
  }
}
