package dev.akin.read.format.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names of columns, as programs spell them: `Publication Year`, `publication_year`,
/// `publicationYear`, and with or without accents.
final class ColumnName {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+|\\p{Mn}+");

  /// DSpace appends the language of a column: `dc.title[en_US]`.
  private static final Pattern LANGUAGE = Pattern.compile("\\[[^\\[\\]]*]$");

  private ColumnName() {}

  /// The form in which names are compared: lower case without accents and spaces.
  static String canonical(String name) {
    String bare = LANGUAGE.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return BETWEEN_WORDS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
  }
}
