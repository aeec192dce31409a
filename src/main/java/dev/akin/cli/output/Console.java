package dev.akin.cli.output;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command prints: results to `out`, everything else to `err`.
///
/// @param color whether results may be colored
/// @param bar whether progress may be redrawn in place
/// @param width characters of a line, at least 40
///
/// @hidden public for its own room only
public record Console(PrintWriter out, PrintWriter err, boolean color, boolean bar, int width) {
  private static final int DEFAULT_WIDTH = 100;
  private static final int MIN_WIDTH = 40;

  /// This process's: the launcher says what is a terminal, and how wide.
  public static Console system() {
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("akin.terminal.out") && System.getenv("NO_COLOR") == null,
        Boolean.getBoolean("akin.terminal.err"),
        Math.max(MIN_WIDTH, Integer.getInteger("akin.terminal.width", DEFAULT_WIDTH)));
  }

  public String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  String accent(String text) {
    return styled("36", text);
  }

  private String styled(String style, String text) {
    return color ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }
}
