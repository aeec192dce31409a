package dev.akin.read;

import dev.akin.paper.PlainText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Text with LaTeX in it to plain text: `G{\"o}del's \emph{proof}` to `Gödel's proof`.
///
/// Formulas stay as they are, dollars and all, as they do in arXiv's abstracts; so does a command
/// that is not known and has no argument. Every text can be read, in time in proportion to its
/// length. JBibTeX reads LaTeX too, but it gives up at a formula, at `~`, `_`, `“` or `日`, and
/// loses the letters and accents that it does not know: `\H{o}` becomes `o`, `\L` nothing.
final class LatexText {
  private static final Map<String, String> ACCENTS =
      pairs(
          """
          ` \u0300 ' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 " \u0308 r \u030A H \u030B
          v \u030C d \u0323 c \u0327 k \u0328 b \u0331
          """);

  private static final Map<String, String> SYMBOLS =
      pairs(
          """
          i ı j ȷ l ł L Ł o ø O Ø aa å AA Å ae æ AE Æ oe œ OE Œ ss ß SS ẞ dh ð DH Ð th þ TH Þ
          dj đ DJ Đ ng ŋ NG Ŋ S § P ¶ dag † copyright © pounds £ dots … ldots … textellipsis …
          textemdash — textendash – textquoteleft ‘ textquoteright ’ textquotedblleft “
          textquotedblright ” textquotesingle ' textless < textgreater > textbar | textdollar $
          textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textdegree °
          textmu µ textregistered ® texttrademark ™ textbraceleft { textbraceright }
          LaTeX LaTeX TeX TeX
          """);

  /// Commands without an argument that change how what follows looks.
  private static final Set<String> SWITCHES =
      Set.of(
          "em",
          "it",
          "bf",
          "sc",
          "rm",
          "tt",
          "sf",
          "sl",
          "itshape",
          "bfseries",
          "scshape",
          "upshape",
          "slshape",
          "rmfamily",
          "ttfamily",
          "sffamily",
          "normalfont",
          "protect");

  /// What means a space behind a backslash, and what means nothing.
  private static final String SPACES = " \n\\,;:";

  private static final String NOTHING = "-/!@";

  private final String latex;
  private final StringBuilder plain = new StringBuilder();
  private int position;
  private String accent = "";

  private LatexText(String latex) {
    this.latex = latex;
  }

  /// The text in the form of [PlainText].
  static String of(String latex) {
    return PlainText.of(new LatexText(latex).read());
  }

  /// The address that `latex` spells; `~` and `--` are themselves in it.
  static String link(String latex) {
    return PlainText.of(
        latex.replace("\\textasciitilde", "~").replace("\\url", "").replaceAll("[{}\\\\]", ""));
  }

  private static Map<String, String> pairs(String words) {
    Map<String, String> pairs = new HashMap<>();
    String[] word = words.strip().split("\\s+", -1);
    for (int i = 0; i < word.length; i += 2) {
      pairs.put(word[i], word[i + 1]);
    }
    return Map.copyOf(pairs);
  }

  private String read() {
    while (position < latex.length()) {
      switch (latex.charAt(position)) {
        case '\\' -> command();
        case '$' -> formula();
        case '{' -> position++;
        case '}' -> endGroup();
        default -> text();
      }
    }
    return plain.toString();
  }

  private void command() {
    int start = position++;
    String name = letters();
    if (name.isEmpty()) {
      character();
    } else if (ACCENTS.containsKey(name)) {
      accent(name);
    } else if (SYMBOLS.containsKey(name)) {
      put(symbol(name));
      skipSpaces();
    } else if (SWITCHES.contains(name)) {
      skipSpaces();
    } else if (!latex.startsWith("{", position)) {
      plain.append(latex, start, position);
    }
  }

  private String letters() {
    int start = position;
    while (position < latex.length() && isLetter(latex.charAt(position))) {
      position++;
    }
    return latex.substring(start, position);
  }

  private static boolean isLetter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
  }

  /// The one behind a backslash.
  private void character() {
    String character = position < latex.length() ? next() : "";
    if (ACCENTS.containsKey(character)) {
      accent(character);
    } else if (!NOTHING.contains(character)) {
      put(SPACES.contains(character) ? " " : character);
    }
  }

  private void accent(String command) {
    accent = ACCENTS.getOrDefault(command, "");
    skipSpaces();
  }

  /// A letter under an accent has its dot back: Unicode knows which letters lose it.
  private String symbol(String command) {
    boolean dotted = !accent.isEmpty() && (command.equals("i") || command.equals("j"));
    return dotted ? command : SYMBOLS.getOrDefault(command, "");
  }

  private void formula() {
    int end = latex.indexOf('$', position + 1);
    while (end > 0 && latex.charAt(end - 1) == '\\') {
      end = latex.indexOf('$', end + 1);
    }
    int after = end < 0 ? position + 1 : end + 1;
    plain.append(latex, position, after);
    position = after;
  }

  private void endGroup() {
    accent = "";
    position++;
  }

  private void text() {
    boolean ligature =
        take("---", "—") || take("--", "–") || take("``", "“") || take("''", "”") || take("~", " ");
    if (!ligature) {
      put(next());
    }
  }

  private boolean take(String written, String meant) {
    if (!latex.startsWith(written, position)) {
      return false;
    }
    put(meant);
    position += written.length();
    return true;
  }

  private String next() {
    int start = position;
    position = latex.offsetByCodePoints(position, 1);
    return latex.substring(start, position);
  }

  /// A character, and the accent that waits for one.
  private void put(String character) {
    plain.append(character).append(accent);
    accent = "";
  }

  private void skipSpaces() {
    while (position < latex.length() && Character.isWhitespace(latex.charAt(position))) {
      position++;
    }
  }
}
