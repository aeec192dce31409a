package dev.akin.embed.token;

import dev.akin.embed.model.TextSpan;

/// The words of a text: the longest runs of letters, digits and combining marks. A hyphen or an
/// apostrophe between two of these belongs to the word (`graph-based`, `don't`).
///
/// In scripts without spaces between words, a run contains many words.
final class Words {
  private Words() {}

  /// The word at a place, as far as it is within `part`; empty if there is none.
  static TextSpan around(String text, TextSpan part, int at) {
    int from = at;
    while (from > part.from() && isInWord(text, part, text.offsetByCodePoints(from, -1))) {
      from = text.offsetByCodePoints(from, -1);
    }
    int to = at;
    while (to < part.to() && isInWord(text, part, to)) {
      to = text.offsetByCodePoints(to, 1);
    }
    return to == at ? new TextSpan(at, at) : new TextSpan(from, to);
  }

  private static boolean isInWord(String text, TextSpan part, int at) {
    int character = text.codePointAt(at);
    return isLetter(character)
        || (isJoint(character)
            && at > part.from()
            && at + 1 < part.to()
            && isLetter(text.codePointBefore(at))
            && isLetter(text.codePointAt(at + 1)));
  }

  private static boolean isLetter(int character) {
    return Character.isLetterOrDigit(character)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean isJoint(int character) {
    return switch (character) {
      case '-', '\u2010', '\u2011', '\'', '\u2019' -> true;
      default -> false;
    };
  }
}
