package dev.akin.digest.list;

import dev.akin.paper.PublicationDate;
import java.util.Locale;

/// From when on papers count as new.
public sealed interface Since {
  /// Since a day, month or year.
  record Date(PublicationDate first) implements Since {}

  /// Since the digest before. Papers reach an index days after their publication, so it looks back
  /// further than that ([DigestWindow]).
  record Last() implements Since {}

  /// Papers of any date, and papers without one.
  record Any() implements Since {}

  /// Reads `last`, `any` or a date.
  ///
  /// @throws IllegalArgumentException if it is none of these
  static Since parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "last" -> new Last();
      case "any" -> new Any();
      default -> new Date(date(text));
    };
  }

  private static PublicationDate date(String text) {
    try {
      return PublicationDate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + "; or write last or any", e);
    }
  }
}
