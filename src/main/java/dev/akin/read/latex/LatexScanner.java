package dev.akin.read.latex;

/// A place in a text that is read from left to right.
abstract sealed class LatexScanner permits LatexReader, LatexFormula {
  final String text;

  /// The index of the next character.
  int position;

  LatexScanner(String text) {
    this.text = text;
  }

  /// Whether the next character is `c`.
  boolean isAt(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  /// Reads one character.
  String next() {
    int start = position;
    position = text.offsetByCodePoints(position, 1);
    return text.substring(start, position);
  }

  /// Reads letters of the alphabet, as many as there are.
  String letters() {
    int start = position;
    while (position < text.length() && LatexText.isLetter(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  /// Skips white space.
  void skipSpaces() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }
}
