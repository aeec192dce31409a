package dev.akin.base;

import java.util.regex.Pattern;

/// The apostrophe in front of a text in a CSV file that a spreadsheet would run as a formula.
public final class FormulaMark {
  /// The characters that formulas begin with, including wide ones.
  private static final String STARTS = "=+-@\t\r\n＝＋－＠";

  /// A text with another apostrophe is a quotation.
  private static final Pattern MARKED = Pattern.compile("'[=+@＝＋－＠-][^']*", Pattern.DOTALL);

  private FormulaMark() {}

  /// A text with a mark if it needs one.
  public static String marked(String text) {
    boolean formula = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  /// A text without the mark.
  public static String unmarked(String text) {
    return MARKED.matcher(text).matches() ? text.substring(1) : text;
  }
}
