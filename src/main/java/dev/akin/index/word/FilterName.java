package dev.akin.index.word;

import java.util.Locale;

/// The names that filters compare: categories, languages, collections and sources.
///
/// @hidden public for its own room only
public final class FilterName {
  private FilterName() {}

  /// The form in which names are compared.
  public static String of(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
