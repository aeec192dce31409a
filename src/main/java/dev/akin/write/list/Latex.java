package dev.akin.write.list;

/// Plain text as LaTeX that prints the same.
///
/// Formulas that [DollarFormula] finds harmless stay formulas. Everything else is text, also
/// commands: LaTeX prints `\input{…}` and does not run it. Braces are written as commands, because
/// BibTeX also counts braces after a backslash.
final class Latex {
  private final String plain;
  private final StringBuilder latex;
  private int position;

  private Latex(String plain) {
    this.plain = plain;
    this.latex = new StringBuilder(plain.length() + 16);
  }

  static String of(String plain) {
    return new Latex(plain).write();
  }

  private String write() {
    while (position < plain.length()) {
      int end = plain.charAt(position) == '$' ? DollarFormula.end(plain, position) : position;
      if (end > position) {
        latex.append(plain, position, end);
        position = end;
      } else {
        append(plain.charAt(position));
        position++;
      }
    }
    return latex.toString();
  }

  private void append(char c) {
    switch (c) {
      case '\\' -> latex.append("\\textbackslash{}");
      case '{' -> latex.append("\\textbraceleft{}");
      case '}' -> latex.append("\\textbraceright{}");
      case '~' -> latex.append("\\textasciitilde{}");
      case '^' -> latex.append("\\textasciicircum{}");
      case '<' -> latex.append("\\textless{}");
      case '>' -> latex.append("\\textgreater{}");
      case '|' -> latex.append("\\textbar{}");
      case '$', '%', '&', '#', '_' -> latex.append('\\').append(c);
      case '-', '\'', '`' -> latex.append(isDoubled(c) ? "{}" : "").append(c);
      default -> latex.append(c);
    }
  }

  /// Whether LaTeX would join a character with an equal one before it, to a dash or a quotation
  /// mark.
  private boolean isDoubled(char c) {
    return !latex.isEmpty() && latex.charAt(latex.length() - 1) == c;
  }
}
