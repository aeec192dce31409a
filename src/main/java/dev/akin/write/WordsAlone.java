package dev.akin.write;

import dev.akin.recommend.Answer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says that words rank alone, because the model does not know the language of the query.
public final class WordsAlone {
  private WordsAlone() {}

  /// One sentence for people; absent if meaning counts, or was not asked for.
  public static @Nullable String note(Answer answer) {
    return answer.unknownLanguage() == null
        ? null
        : "The model does not know %s, so papers are compared by their words alone."
            .formatted(language(answer.unknownLanguage()));
  }

  /// The English name of a language.
  private static String language(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
