package dev.akin.read.value;

import java.util.List;
import java.util.stream.Stream;

/// Keywords in one text, between semicolons or, if it has none, commas.
///
/// @hidden public for its own room only
public final class Keywords {
  private Keywords() {}

  public static List<String> of(String keywords) {
    return Stream.of(keywords.split(keywords.contains(";") ? ";" : ",", -1))
        .map(String::strip)
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .toList();
  }
}
