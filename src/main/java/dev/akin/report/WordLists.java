package dev.akin.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
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
    try (InputStream in = Objects.requireNonNull(WordLists.class.getResourceAsStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split(" +")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
