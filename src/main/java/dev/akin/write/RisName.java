package dev.akin.write;

import java.util.Arrays;

/// Names of authors in RIS: `Family, Given, Suffix`.
final class RisName {
  private RisName() {}

  /// `Vincent van Gogh` to `van Gogh, Vincent`; `Ada King, Jr.` to `King, Ada, Jr.`, because a
  /// comma would otherwise reverse the name. A name of one word stays as it is.
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
