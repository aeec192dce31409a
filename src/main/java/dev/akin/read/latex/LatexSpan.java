package dev.akin.read.latex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a formula stands in a text: its own text begins at `start` and ends before `end`, and the
/// text goes on at `next`.
///
/// Dollars are a formula's by the rule of Pandoc's `tex_math_dollars`, and more: if nothing between
/// them looks like LaTeX, they must not have words between them either. So that reading takes time
/// in proportion to the length, a formula ends at the next sign that could begin or end one.
record LatexSpan(int start, int end, int next) {
  private static final int MAX_INNER_DOLLARS = 8;
  private static final Pattern SCRIPT = Pattern.compile("[_^]\\{");
  private static final Pattern OTHER_SIGN = Pattern.compile("[_^{\\\\]");
  private static final Pattern LONE_SIGN = Pattern.compile("[^\\p{L}\\d\\s]|\\s\\p{L}\\s");
  private static final Pattern NAME = Pattern.compile("\\p{L}[^\\s:]*+");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");
  private static final Pattern ENDS_WELL = Pattern.compile("^\\p{L}.?$|[\\p{L}\\d)]$");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

  /// The formula that begins at a dollar; null if none does.
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

  /// The next dollar that is not in braces, as those in `$\textit{T$_c$}$` are; few of these.
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

  /// The formula that begins with `\(` or `\[`; null if none does.
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

  /// Whether something without any of LaTeX's signs is a formula: `n`, `+0.5`, `p < 0.05`, `Pnma`,
  /// but not what stands between two prices or two variables of a shell.
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
