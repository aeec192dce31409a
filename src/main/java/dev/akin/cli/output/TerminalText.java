package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.base.WrappedText;
import java.util.List;

/// Text for a terminal.
///
/// @hidden public for its own room only
public final class TerminalText {
  private TerminalText() {}

  /// Breaks a text into lines ([WrappedText]).
  public static List<String> wrap(String text, int width) {
    return WrappedText.of(text, width);
  }

  /// Cuts a text to one line.
  static String cut(String text, int width) {
    String plain = Printable.all(text);
    return plain.length() <= width ? plain : plain.substring(0, Math.max(0, width - 1)) + "…";
  }
}
