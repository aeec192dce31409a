package dev.akin.report.word;

import dev.akin.base.Resources;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that say little about what a paper is about, from files among the resources.
final class WordLists {
  /// Words that neither begin nor end a phrase, such as `the` and `novel`.
  static final Set<String> STOP = read("stop-words.txt");

  /// Words that say something only beside others, such as `model` and `task`.
  static final Set<String> PLAIN = read("plain-words.txt");

  private WordLists() {}

  private static Set<String> read(String file) {
    return Resources.lines(WordLists.class, file).stream()
        .flatMap(line -> Arrays.stream(line.strip().split(" +")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
