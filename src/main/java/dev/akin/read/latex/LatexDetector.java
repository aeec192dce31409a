package dev.akin.read.latex;

import dev.akin.read.latex.LatexTable.Command;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides which backslashes of a text certainly belong to LaTeX, and not to a path, a regular
/// expression, or an escape for JSON or SQL that was left in the text.
final class LatexDetector {
  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\\"(?![A-Za-z{\\\\])");

  /// Letters that can have an acute accent in names. In `don\'t` and `we\'ll` there is none.
  private static final String ACUTE = "aeiouyAEIOUYcnszCNSZ";

  private final String text;
  private final LatexBraces braces;
  private @Nullable Boolean hasEscapedQuotes;

  LatexDetector(String text, LatexBraces braces) {
    this.text = text;
    this.braces = braces;
  }

  /// Whether the first backslash of a path, such as `C:\new` or `\\server`, stands at `position`.
  boolean beginsPath(int position) {
    boolean isDrive =
        position >= 2
            && text.charAt(position - 1) == ':'
            && LatexText.isLetter(text.charAt(position - 2))
            && (position == 2 || !Character.isLetterOrDigit(text.charAt(position - 3)));
    boolean isServer =
        charAt(position + 1) == '\\'
            && Character.isLetterOrDigit(charAt(position + 2))
            && (position == 0 || Character.isWhitespace(text.charAt(position - 1)));
    return isServer || (isDrive && Character.isLetterOrDigit(charAt(position + 1)));
  }

  /// Whether a backslash and the sign after it, such as `\%` or `\,`, are LaTeX.
  boolean isSign(int backslash) {
    char sign = charAt(backslash + 1);
    boolean joins =
        backslash > 0
            && backslash + 1 < text.length()
            && !Character.isWhitespace(text.charAt(backslash - 1));
    return switch (sign) {
      case '%', '&', '#', '_', '$', '{', '}' -> true;
      case ' ', ',', ';', '!' -> joins;
      case '-' -> joins && Character.isLetter(charAt(backslash + 2));
      case '\\' -> Character.isWhitespace(charAt(backslash + 2));
      default -> false;
    };
  }

  /// Whether a backslash and a sign, such as `\"`, are an accent on the letter after them.
  boolean isAccent(int backslash, String mark) {
    char sign = charAt(backslash + 1);
    char letter = charAt(backslash + 2);
    if (braces.isGroup(backslash + 2)) {
      return isLetter(backslash + 2);
    }
    if (letter == '\\') {
      return "ij".indexOf(charAt(backslash + 3)) >= 0 && !LatexText.isLetter(charAt(backslash + 4));
    }
    if (!LatexText.isLetter(letter)
        || Normalizer.normalize(letter + mark, Normalizer.Form.NFC).length() > 1) {
      return false;
    }
    return switch (sign) {
      case '"' -> !hasEscapedQuotes();
      case '\'' ->
          ACUTE.indexOf(letter) >= 0
              && (letter != 's' || Character.isLetter(charAt(backslash + 3)));
      case '=', '.' -> braces.isDropped(backslash - 1);
      default -> true;
    };
  }

  /// Whether a known name of letters is a command here.
  ///
  /// @param end the index after the name
  boolean isCommand(int backslash, int end, Command command) {
    boolean alone = braces.isDropped(backslash - 1);
    return switch (command.kind()) {
      case ACCENT -> alone || isLetter(end);
      case SYMBOL, BINARY, RELATION ->
          alone
              || text.startsWith("{}", end)
              || (end - backslash > 2 && !isChained(backslash, end));
      case SWITCH -> alone || braces.isGroup(end);
      case TEXTUAL -> alone || text.startsWith("{}", end);
      case SPACE -> !isChained(backslash, end);
      case FUNCTION, NOTHING, DELIMITER, NEGATION -> false;
      default -> braces.isGroup(braces.skipOptions(end));
    };
  }

  /// Whether a group in braces belongs to the command at its beginning: `{\em x}`, `{\"o}`,
  /// `{\ss}`.
  boolean belongsToCommand(int brace) {
    if (!braces.isGroup(brace) || charAt(brace + 1) != '\\') {
      return false;
    }
    int end = brace + 2;
    while (end < text.length() && LatexText.isLetter(text.charAt(end))) {
      end++;
    }
    boolean isSign = end == brace + 2;
    Command command = LatexTable.command(text.substring(brace + 2, isSign ? end + 1 : end));
    if (command == null) {
      return false;
    }
    boolean isShort = braces.end(brace) - end <= 5;
    return switch (command.kind()) {
      case SWITCH -> true;
      case ACCENT -> isShort && braces.end(brace) > end + 1;
      case SYMBOL, TEXTUAL -> isShort;
      default -> false;
    };
  }

  /// Whether a group holds what can have an accent (a letter, or a command such as `\i`), or
  /// nothing.
  private boolean isLetter(int group) {
    if (!braces.isGroup(group) || braces.end(group) - group > 4) {
      return false;
    }
    char c = charAt(group + 1);
    return Character.isLetter(c) || c == '\\' || c == '}';
  }

  /// Whether it is part of a chain of names, or of a file's name: `src\times\alpha.txt`.
  private boolean isChained(int backslash, int end) {
    char after = charAt(end);
    boolean goesOn = "\\.".indexOf(after) >= 0 && LatexText.isLetter(charAt(end + 1));
    if (goesOn || after == '_') {
      return true;
    }
    int start = backslash;
    while (start > 0 && LatexText.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start > 0 && start < backslash && text.charAt(start - 1) == '\\';
  }

  private boolean hasEscapedQuotes() {
    if (hasEscapedQuotes == null) {
      hasEscapedQuotes = ESCAPED_QUOTE.matcher(text).find();
    }
    return hasEscapedQuotes;
  }

  private char charAt(int position) {
    return position < text.length() ? text.charAt(position) : ' ';
  }

  /// Whether an unknown name is a command with an argument. Braces after a short name may be the
  /// count of a regular expression, as in `\d{3}`.
  boolean isUnknownCommand(int backslash, int end) {
    return end - backslash > 3 && braces.isGroup(end);
  }
}
