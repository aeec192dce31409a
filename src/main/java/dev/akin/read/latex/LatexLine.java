package dev.akin.read.latex;

import dev.akin.read.latex.LatexTable.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes a formula on one line, piece by piece: `x²`, `ℓ₂`, `a ≤ b`, `x^(n+1)`.
final class LatexLine {
  private static final Pattern NUMBER = Pattern.compile("[-+−0-9]+");

  private final StringBuilder line = new StringBuilder();

  /// Whether a space has to come before the next letter or digit.
  private boolean gap;

  private boolean negated;

  /// Appends text.
  void put(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (gap && Character.isLetterOrDigit(text.codePointAt(0))) {
      space();
    }
    gap = false;
    line.append(text);
    if (negated) {
      line.append('\u0338');
      negated = false;
    }
  }

  /// Appends a word, with a space between it and letters or digits: `n log n`.
  void word(String word) {
    gap = endsInWord();
    put(word);
    gap = true;
  }

  /// Appends a space, if there is none.
  void space() {
    if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
    gap = false;
  }

  /// Appends a sign without spaces: `a×b`.
  void binary(String symbol) {
    trim();
    put(symbol);
  }

  /// Appends a sign with a space on both sides, or with none at the beginning: `a ≤ b`, `≤5`.
  void relation(String symbol) {
    trim();
    boolean first = line.isEmpty();
    if (!first) {
      space();
    }
    put(symbol);
    if (!first) {
      space();
    }
  }

  /// Crosses out what comes next: `≠`.
  void negate() {
    negated = true;
  }

  /// Appends an upper index.
  void raise(String text) {
    script(Kind.SUPER, '^', text);
  }

  /// Appends a lower index.
  void lower(String text) {
    script(Kind.SUB, '_', text);
  }

  /// Appends a fraction: `(a+b)/c`.
  void divide(String above, String below) {
    gap = endsInWord();
    put(enclosed(above) + "/" + enclosed(below));
    gap = true;
  }

  /// The text in parentheses, if it needs them to be read as one.
  static String enclosed(String text) {
    boolean isOne = text.codePoints().allMatch(c -> isWord(c) || "√²³′.,|∞".indexOf(c) >= 0);
    return isOne ? text : "(" + text + ")";
  }

  private void script(Kind kind, char sign, String text) {
    String small = small(kind, text);
    if (small != null) {
      line.append(small);
      return;
    }
    boolean isOne =
        text.codePointCount(0, text.length()) <= 1 || text.codePoints().allMatch(LatexLine::isWord);
    line.append(sign).append(isOne ? text : "(" + text + ")");
    gap = true;
  }

  /// A letter, a sign or a number as an index; null if Unicode does not have all its characters.
  static @Nullable String small(Kind kind, String text) {
    String whole = LatexTable.character(kind, text);
    if (whole != null || text.isEmpty() || !NUMBER.matcher(text).matches()) {
      return whole;
    }
    StringBuilder small = new StringBuilder();
    text.chars()
        .mapToObj(Character::toString)
        .forEach(c -> small.append(LatexTable.character(kind, c)));
    return small.toString();
  }

  private static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private boolean endsInWord() {
    return !line.isEmpty() && Character.isLetterOrDigit(line.codePointBefore(line.length()));
  }

  private void trim() {
    while (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
      line.setLength(line.length() - 1);
    }
    gap = false;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
