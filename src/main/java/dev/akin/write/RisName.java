package dev.akin.write;

import java.util.Arrays;

/// Names of authors as RIS has them: `Family, Given, Suffix`.
final class RisName {
  private RisName() {}

  /// `Vincent van Gogh` to `van Gogh, Vincent`; `Ada King, Jr.` to `King, Ada, Jr.`: a comma would
  /// otherwise turn the name around. A name of one word stays.
  static String of(String name) {
    int comma = name.indexOf(',');
    return comma < 0
        ? turned(name)
        : withSuffix(turned(name.substring(0, comma).strip()), name.substring(comma + 1).strip());
  }

  private static String withSuffix(String turned, String suffix) {
    return turned + (turned.contains(",") ? ", " : ", , ") + suffix;
  }

  private static String turned(String name) {
    String[] words = name.split(" ", -1);
    int family = words.length - 1;
    while (family > 1 && Character.isLowerCase(words[family - 1].codePointAt(0))) {
      family--;
    }
    return family == 0
        ? name
        : joined(words, family, words.length) + ", " + joined(words, 0, family);
  }

  private static String joined(String[] words, int from, int to) {
    return String.join(" ", Arrays.asList(words).subList(from, to));
  }
}
