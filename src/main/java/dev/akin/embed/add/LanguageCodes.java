package dev.akin.embed.add;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Codes of languages as model pages write them: `en`, `eng`, `pt-br`, `zh_cn`.
final class LanguageCodes {
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  private static final Map<String, String> BY_THREE_LETTERS =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toMap(
                  code -> Locale.of(code).getISO3Language(), Function.identity(), (a, b) -> a));

  private LanguageCodes() {}

  /// The code of ISO 639-1; empty if there is none.
  static Optional<String> of(String written) {
    String code = written.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return TWO_LETTERS.contains(code)
        ? Optional.of(code)
        : Optional.ofNullable(BY_THREE_LETTERS.get(code));
  }

  /// The name of a language in English.
  static String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
