package dev.akin.report.word;

import dev.akin.base.Resources;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that say little about the subject of a paper, from this package's resources.
final class WordLists {
  /// Words that are never the first or the last word of a phrase, such as `the` and `novel`.
  static final Set<String> STOP = read("stop-words.txt");

  /// Words that name a topic only together with other words, such as `model` and `task`.
  static final Set<String> GENERAL = read("general-words.txt");

  private WordLists() {}

  private static Set<String> read(String file) {
    return Resources.lines(WordLists.class, file).stream()
        .flatMap(line -> Arrays.stream(line.strip().split(" +")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
