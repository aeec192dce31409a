package dev.akin.write.text;

/// The first words of texts that are too long.
public final class ShortText {
  private ShortText() {}

  /// The text, or as many of its first words as fit, and an ellipsis.
  ///
  /// @param maxChars without the ellipsis
  public static String of(String text, int maxChars) {
    String plain = text.strip();
    if (plain.length() <= maxChars) {
      return plain;
    }
    int space = plain.lastIndexOf(' ', maxChars);
    int end = space > 0 ? space : plain.offsetByCodePoints(0, maxChars / 2);
    return plain.substring(0, end) + "…";
  }
}
