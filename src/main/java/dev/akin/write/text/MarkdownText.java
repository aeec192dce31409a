package dev.akin.write.text;

import java.text.Bidi;
import java.util.regex.Pattern;

/// Plain text inside Markdown (CommonMark).
public final class MarkdownText {
  private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|~&$=:@\"']");

  /// Surrounds text that may run from right to left, so that the text next to it keeps its
  /// direction.
  private static final String ISOLATE = "\u2068";

  private static final String END_OF_ISOLATE = "\u2069";

  private MarkdownText() {}

  /// The same text in one line, in which no character means anything to Markdown.
  public static String escaped(String plain) {
    String line = plain.replace('\n', ' ');
    String signs = SIGNS.matcher(line).replaceAll("\\\\$0");
    boolean turns = Bidi.requiresBidi(line.toCharArray(), 0, line.length());
    return turns ? ISOLATE + signs + END_OF_ISOLATE : signs;
  }
}
