package dev.akin.read.value;

import java.util.List;
import java.util.stream.Stream;

/// Splits keywords that stand in one text, at semicolons or, if it has none, at commas.
///
/// @hidden public for its own room only
public final class Keywords {
  private Keywords() {}

  /// The keywords in their order, each once.
  public static List<String> of(String keywords) {
    return Stream.of(keywords.split(keywords.contains(";") ? ";" : ",", -1))
        .map(String::strip)
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .toList();
  }
}
