package dev.akin.write.list;

import java.util.List;

/// Keywords in one text.
final class KeywordText {
  private KeywordText() {}

  /// The keywords with semicolons between them. A single one that has a comma ends with a
  /// semicolon, so that nobody takes it for two.
  static String of(List<String> keywords) {
    String joined = String.join("; ", keywords);
    return keywords.size() == 1 && joined.contains(",") ? joined + ";" : joined;
  }
}
