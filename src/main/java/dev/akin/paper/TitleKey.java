package dev.akin.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The form in which titles are compared: letters and digits in lower case, without accents, one
/// space between words.
public final class TitleKey {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private TitleKey() {}

  /// The key of a title; empty if it has neither letters nor digits.
  public static String of(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(decomposed).replaceAll("");
    return NOT_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
