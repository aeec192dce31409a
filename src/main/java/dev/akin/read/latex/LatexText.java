package dev.akin.read.latex;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;

/// LaTeX to plain text: `G{\"o}del's \emph{proof} in $O(n^2)$` to `Gödel's proof in O(n²)`.
///
/// Every text can be read, in time in proportion to its length, and nothing is lost but commands:
/// what is not known or not balanced stays. There are libraries, but none that leaves other text
/// alone: latex2unicode and JabRef's latex-conv change one in ten abstracts without any LaTeX
/// (`~10`, `{"a": 1}`) and give a whole text up at its first mistake; JBibTeX refuses every
/// formula.
public final class LatexText {
  private LatexText() {}

  /// A text that is LaTeX, as in BibTeX: braces mean nothing, `~` is a space, `--` a dash. In the
  /// form of [PlainText].
  public static String of(String latex) {
    return PlainText.of(LatexReader.latex(latex).read());
  }

  /// A text as people and feeds write it: only what is certainly LaTeX is read as such, which is
  /// commands that are known, and formulas. `costs $5 and $10`, `C:\new`, `{"a": 1}`, `~10`, and
  /// `x^2` stay as they are. In the form of [PlainText].
  public static String mixed(String text) {
    return hasSigns(text) ? PlainText.of(LatexReader.mixed(text).read()) : PlainText.of(text);
  }

  private static boolean hasSigns(String text) {
    return text.indexOf('\\') >= 0 || text.indexOf('$') >= 0;
  }

  /// A paper whose texts are read so.
  public static Paper mixed(Paper paper) {
    return hasSigns(paper.title()) || hasSigns(paper.abstractText())
        ? paper.withPlain(mixed(paper.title()), mixed(paper.abstractText()))
        : paper;
  }

  /// The address that `latex` spells; `~` and `--` are themselves in it.
  public static String link(String latex) {
    return PlainText.of(
        latex.replace("\\textasciitilde", "~").replace("\\url", "").replaceAll("[{}\\\\]", ""));
  }

  static boolean isLetter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
  }
}
