package dev.akin.index.opensearch.document;

import dev.akin.index.word.Analyzers;
import java.util.List;

/// Texts as the cluster gets them: split into words by akin, with one space between two words. A
/// word that is left out has a sign in its place, which the cluster drops and counts ([#LEFT_OUT]);
/// so phrases are found as if the cluster had split the text itself.
///
/// @hidden public for its own room only
public final class SplitText {
  /// Stands for a word that says nothing, such as `the`. No word has this character.
  public static final String LEFT_OUT = "·";

  private SplitText() {}

  /// The words of a text.
  ///
  /// @param language one of [dev.akin.index.word.WordLanguages]
  public static String of(String language, String text) {
    StringBuilder split = new StringBuilder();
    int next = 0;
    for (Analyzers.PlacedWord word : Analyzers.places(language, text)) {
      for (; next < word.position(); next++) {
        add(split, LEFT_OUT);
      }
      add(split, word.word());
      next = word.position() + 1;
    }
    return split.toString();
  }

  /// The words of a name.
  public static String ofName(String name) {
    return String.join(" ", Analyzers.ofName(name));
  }

  /// How many words a split text has.
  static int count(List<String> split) {
    return split.stream().mapToInt(SplitText::count).sum();
  }

  private static int count(String split) {
    int count = 0;
    for (String word : split.split(" ", -1)) {
      count += word.isEmpty() || word.equals(LEFT_OUT) ? 0 : 1;
    }
    return count;
  }

  private static void add(StringBuilder split, String word) {
    if (!split.isEmpty()) {
      split.append(' ');
    }
    split.append(word);
  }
}
