package dev.akin.recommend;

import dev.akin.paper.TitleKey;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The numbers in a title, which tell apart what is not the same work: "… I" and "… II", the tasks
/// of 2019 and 2020, the first and the second workshop.
final class TitleNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\p{N}+|\\b(?:[ivx]+$|i[ivx]+|vi{0,3}|xi{0,3}|one|two|three|four|five|six|seven|eight|nine|ten"
              + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\\b");
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("first", "1"),
          Map.entry("second", "2"),
          Map.entry("third", "3"),
          Map.entry("fourth", "4"),
          Map.entry("fifth", "5"),
          Map.entry("sixth", "6"),
          Map.entry("seventh", "7"),
          Map.entry("eighth", "8"),
          Map.entry("ninth", "9"),
          Map.entry("tenth", "10"),
          Map.entry("i", "1"),
          Map.entry("ii", "2"),
          Map.entry("iii", "3"),
          Map.entry("iv", "4"),
          Map.entry("v", "5"),
          Map.entry("vi", "6"),
          Map.entry("vii", "7"),
          Map.entry("viii", "8"),
          Map.entry("ix", "9"),
          Map.entry("x", "10"));

  private TitleNumbers() {}

  /// Its numbers in order, in digits where they are small.
  static List<String> of(String title) {
    return NUMBER
        .matcher(TitleKey.of(title))
        .results()
        .map(MatchResult::group)
        .map(number -> VALUES.getOrDefault(number, number))
        .toList();
  }
}
