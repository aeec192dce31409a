package dev.akin.cli.process;

import dev.akin.cli.option.LogFormat;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Sets up logging: warnings and failures of the libraries and of akin, to standard error.
///
/// @hidden public for its own room only
public final class Logging {
  private static final Logger ROOT = Logger.getLogger("");

  // A logger that nothing refers to is collected, and its level with it.
  private static final Map<Logger, Level> LEVELS =
      Map.of(
          // Javalin says that it has started and stopped; akin says so itself.
          Logger.getLogger("io.javalin.Javalin"),
          Level.OFF,
          // What clients do wrong; they get it as an answer.
          Logger.getLogger("io.modelcontextprotocol"),
          Level.OFF,
          // DJL looks for CUDA everywhere; akin itself says whether a GPU can be used.
          Logger.getLogger("ai.djl"),
          Level.SEVERE,
          // Lucene warns if it runs without the Vector API; the launcher decides when that
          // matters.
          Logger.getLogger("org.apache.lucene"),
          Level.SEVERE);

  private Logging() {}

  /// Sets it up.
  public static void start(LogFormat format) {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    LEVELS.forEach(Logger::setLevel);
    ROOT.setLevel(Level.WARNING);
    Handler handler = new ConsoleHandler();
    handler.setFormatter(new LogLine(format));
    ROOT.addHandler(handler);
  }
}
