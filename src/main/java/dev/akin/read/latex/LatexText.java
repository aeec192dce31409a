package dev.akin.read.latex;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns LaTeX into plain text: `G{\"o}del's \emph{proof} in $O(n^2)$` into `Gödel's proof in
/// O(n²)`.
///
/// Reads every text, in time proportional to its length, and loses nothing but commands: what is
/// unknown or not balanced stays as it is. Written by hand, because no library leaves other text
/// alone: latex2unicode and JabRef's latex-conv change one in ten abstracts that contain no LaTeX
/// (`~10`, `{"a": 1}`) and give a whole text up at its first mistake; JBibTeX rejects every
/// formula.
public final class LatexText {
  /// What publishers write around a formula so that LaTeX can set it alone: `\documentclass[12pt]…
  /// \begin{document}$$k$$\end{document}`.
  private static final Pattern AROUND_FORMULA =
      Pattern.compile(
          "\\\\documentclass[^$]{0,1000}?\\\\begin\\s?\\{document}|\\\\end\\s?\\{document}");

  /// An address with the words that are shown for it.
  private static final Pattern LINKED_WORDS =
      Pattern.compile("\\\\href\\s*\\{([^{}]*)}\\s*\\{[^{}]*}");

  /// What programs write in addresses and DOIs, and what it stands for.
  private static final Map<String, String> SIGNS_OF_LINKS = signsOfLinks();

  private LatexText() {}

  private static Map<String, String> signsOfLinks() {
    Map<String, String> signs = new LinkedHashMap<>();
    signs.put("\\textasciitilde", "~");
    signs.put("\\textless", "<");
    signs.put("\\textgreater", ">");
    signs.put("\\url", "");
    signs.put("$\\_$", "_");
    signs.put("$<$", "<");
    signs.put("$>$", ">");
    signs.put("\\&", "&");
    signs.put("&lt;", "<");
    signs.put("&gt;", ">");
    signs.put("&amp;", "&");
    return signs;
  }

  /// Reads a text that is all LaTeX, as in BibTeX: braces are dropped, `~` is a space, `--` a dash.
  /// The result has the form of [PlainText].
  public static String of(String latex) {
    return PlainText.of(LatexReader.latex(latex).read());
  }

  /// Reads a text that may contain LaTeX. Only what is certainly LaTeX is replaced: known commands
  /// and formulas. `costs $5 and $10`, `C:\new`, `{"a": 1}`, `~10` and `x^2` stay as they are. The
  /// result has the form of [PlainText].
  public static String mixed(String text) {
    if (!hasSigns(text)) {
      return PlainText.of(text);
    }
    String formulas =
        text.contains("\\documentclass") ? AROUND_FORMULA.matcher(text).replaceAll("") : text;
    return PlainText.of(LatexReader.mixed(formulas).read());
  }

  private static boolean hasSigns(String text) {
    return text.indexOf('\\') >= 0 || text.indexOf('$') >= 0;
  }

  /// The same paper, with title and abstract read by [#mixed(String)], and authors by
  /// [SpelledAccents].
  public static Paper mixed(Paper paper) {
    Paper named = paper.by(paper.authors().stream().map(SpelledAccents::read).toList());
    boolean plain = paper.written() != null;
    return !plain && (hasSigns(paper.title()) || hasSigns(paper.abstractText()))
        ? named.withPlain(mixed(paper.title()), mixed(paper.abstractText()))
        : named;
  }

  /// The address or the DOI that `latex` spells, in which `~` and `--` stand for themselves.
  public static String link(String latex) {
    if (latex.indexOf('\\') < 0 && latex.indexOf('{') < 0 && latex.indexOf('&') < 0) {
      return PlainText.of(latex);
    }
    String link = LINKED_WORDS.matcher(latex).replaceAll("$1");
    for (Map.Entry<String, String> sign : SIGNS_OF_LINKS.entrySet()) {
      link = link.replace(sign.getKey(), sign.getValue());
    }
    return PlainText.of(link.replaceAll("[{}\\\\]", ""));
  }

  /// A letter, a sign or a number as an upper index: `2+` as `²⁺`.
  ///
  /// @return null if Unicode does not have all its characters
  public static @Nullable String raised(String text) {
    return LatexLine.small(LatexTable.Kind.SUPER, text);
  }

  /// A letter, a sign or a number as a lower index.
  ///
  /// @return null if Unicode does not have all its characters
  public static @Nullable String lowered(String text) {
    return LatexLine.small(LatexTable.Kind.SUB, text);
  }

  static boolean isLetter(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
  }
}
