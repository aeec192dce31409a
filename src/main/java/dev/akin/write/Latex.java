package dev.akin.write;

/// Plain text as LaTeX that says the same.
///
/// Formulas stay formulas, where [DollarFormula] finds them harmless; everything else is text, and
/// so is a command in it: LaTeX prints `\input{…}` and does not run it. Braces are commands, too,
/// because BibTeX counts those behind a backslash.
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

  /// Whether it would make a dash or a quotation mark of the one before it.
  private boolean isDoubled(char c) {
    return !latex.isEmpty() && latex.charAt(latex.length() - 1) == c;
  }
}
