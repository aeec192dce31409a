package dev.akin.read.latex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The place of a formula in a text.
///
/// Dollars enclose a formula by the rule of Pandoc's `tex_math_dollars`. If nothing between them
/// looks like LaTeX, there must also be no words between them. A formula ends at the next sign that
/// could begin or end one, so that reading takes time proportional to the length of the text.
///
/// @param start the index of the formula's first character
/// @param end the index after its last character
/// @param next the index after the signs that enclose it
record LatexSpan(int start, int end, int next) {
  private static final int MAX_INNER_DOLLARS = 8;
  private static final Pattern SCRIPT = Pattern.compile("[_^]\\{");
  private static final Pattern OTHER_SIGN = Pattern.compile("[_^{\\\\]");
  private static final Pattern LONE_SIGN = Pattern.compile("[^\\p{L}\\d\\s]|\\s\\p{L}\\s");
  private static final Pattern NAME = Pattern.compile("\\p{L}[^\\s:]*+");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");
  private static final Pattern ENDS_WELL = Pattern.compile("^\\p{L}.?$|[\\p{L}\\d)]$");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

  /// The formula that begins with the dollar at `position`; null if there is none.
  static @Nullable LatexSpan dollars(String text, int position) {
    boolean two = text.startsWith("$$", position);
    int start = position + (two ? 2 : 1);
    int end = closingDollar(text, start);
    if (end >= text.length() || end == start || (two && !text.startsWith("$$", end))) {
      return null;
    }
    LatexSpan span = new LatexSpan(start, end, end + (two ? 2 : 1));
    return two || span.isFormula(text) ? span : null;
  }

  /// The index of the next dollar that is not in braces, as the inner ones of `$\textit{T$_c$}$`
  /// are. After a few inner ones, the next dollar of any kind.
  private static int closingDollar(String text, int start) {
    int depth = 0;
    int inner = 0;
    for (int i = start; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> depth++;
        case '}' -> depth--;
        case '$' -> {
          if (depth <= 0 || ++inner > MAX_INNER_DOLLARS) {
            return i;
          }
        }
        default -> {}
      }
    }
    return text.length();
  }

  /// The formula that begins with `\(` or `\[` at `position`; null if there is none.
  static @Nullable LatexSpan brackets(String text, int position) {
    char open = text.charAt(position + 1);
    char close = open == '(' ? ')' : ']';
    int start = position + 2;
    int end = text.indexOf('\\', start);
    while (end >= 0 && end + 1 < text.length()) {
      char c = text.charAt(end + 1);
      if (c == close) {
        return new LatexSpan(start, end, end + 2);
      }
      end = c == open ? -1 : text.indexOf('\\', end + 2);
    }
    return null;
  }

  private boolean isFormula(String text) {
    String formula = text.substring(start, end);
    if (LONE_SIGN.matcher(formula).matches()
        || SCRIPT.matcher(formula).find()
        || hasKnownCommand(formula)) {
      return true;
    }
    char after = next < text.length() ? text.charAt(next) : ' ';
    return !Character.isWhitespace(formula.charAt(0))
        && !Character.isWhitespace(formula.charAt(formula.length() - 1))
        && !Character.isDigit(after)
        && (OTHER_SIGN.matcher(formula).find() || isPlainFormula(formula, after));
  }

  /// Whether a text without LaTeX's signs is a formula: `n`, `+0.5`, `p < 0.05`, `Pnma`. What
  /// stands between two prices, or between two variables of a shell, is none.
  private static boolean isPlainFormula(String formula, char after) {
    boolean runsOn = LatexText.isLetter(after) && !ENDS_WELL.matcher(formula).find();
    boolean isWordAlone = NAME.matcher(formula).matches() && !LatexText.isLetter(after);
    return !runsOn && (isWordAlone || !WORD.matcher(formula).find());
  }

  private static boolean hasKnownCommand(String formula) {
    Matcher command = COMMAND.matcher(formula);
    while (command.find()) {
      if (LatexTable.command(command.group(1)) != null) {
        return true;
      }
    }
    return false;
  }
}
