package dev.akin.report.word;

import dev.akin.base.Resources;
import dev.akin.index.word.StopWords;
import dev.akin.paper.Paper;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words that say little about the subject of a paper, from this package's resources.
final class WordLists {
  /// Words that are never the first or the last word of a phrase, such as `the` and `novel`.
  static final Set<String> STOP = read("stop-words.txt");

  /// Words that name a topic only together with other words, such as `model` and `task`.
  static final Set<String> GENERAL = read("general-words.txt");

  private static final Map<String, Set<String>> STOP_IN = new ConcurrentHashMap<>();

  private WordLists() {}

  /// The language whose stop words a paper's text has; absent for English or unknown.
  static @Nullable String language(Paper paper) {
    return paper.inUsualLanguage() ? null : paper.language();
  }

  /// The stop words of a text: those that are not the first or the last word of a phrase.
  ///
  /// @param language of the text; absent for English or unknown
  static Set<String> stop(@Nullable String language) {
    return language == null
        ? STOP
        : STOP_IN.computeIfAbsent(
            language,
            code ->
                Stream.concat(STOP.stream(), StopWords.of(code).stream())
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private static Set<String> read(String file) {
    return Resources.lines(WordLists.class, file).stream()
        .flatMap(line -> Arrays.stream(line.strip().split(" +")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
