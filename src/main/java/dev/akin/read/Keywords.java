package dev.akin.read;

import java.util.List;
import java.util.stream.Stream;

/// Keywords in one text, between semicolons or, if it has none, commas.
final class Keywords {
  private Keywords() {}

  static List<String> of(String keywords) {
    return Stream.of(keywords.split(keywords.contains(";") ? ";" : ",", -1))
        .map(String::strip)
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .toList();
  }
}
