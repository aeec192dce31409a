package dev.akin.cli.process;

import dev.akin.base.Printable;
import dev.akin.cli.option.LogFormat;
import dev.akin.serve.monitor.AccessLogEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lines of the log. Whatever a client sends, one event is one line; in text the trace of a failure
/// stands below it, indented, so that nothing in it looks like another event.
///
/// @hidden public for its own room only
public final class LogLine extends Formatter {
  private final LogFormat format;

  public LogLine(LogFormat format) {
    this.format = format;
  }

  /// A request.
  public String of(AccessLogEntry exchange) {
    return format == LogFormat.JSON ? json(exchange) : text(exchange);
  }

  private static String text(AccessLogEntry exchange) {
    return "%s %s \"%s %s\" %d %d %.1fms \"%s\""
        .formatted(
            time(exchange.at()),
            escaped(exchange.client()),
            exchange.method(),
            escaped(exchange.path()),
            exchange.status(),
            exchange.sizeBytes(),
            millis(exchange),
            escaped(exchange.agent()));
  }

  private static String json(AccessLogEntry exchange) {
    return event("info", exchange.at(), "request")
        .put("client", exchange.client())
        .put("method", exchange.method())
        .put("path", exchange.path())
        .put("route", exchange.route())
        .put("status", exchange.status())
        .put("bytes", exchange.sizeBytes())
        .put("ms", millis(exchange))
        .put("agent", exchange.agent())
        .toString();
  }

  private static double millis(AccessLogEntry exchange) {
    return Math.round(exchange.took().toNanos() / 1e5) / 10.0;
  }

  /// A failure, with its trace if there is one.
  @Override
  public String format(LogRecord event) {
    return (format == LogFormat.JSON ? json(event) : text(event)) + System.lineSeparator();
  }

  private String text(LogRecord event) {
    return "%s %s %s %s%s"
        .formatted(
            time(event.getInstant()),
            level(event),
            source(event),
            escaped(formatMessage(event)),
            event.getThrown() == null ? "" : System.lineSeparator() + indented(event.getThrown()));
  }

  private String json(LogRecord event) {
    ObjectNode node = event(level(event), event.getInstant(), formatMessage(event));
    node.put("source", source(event));
    if (event.getThrown() != null) {
      node.put("trace", trace(event.getThrown()));
    }
    return node.toString();
  }

  private static ObjectNode event(String level, Instant at, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", time(at))
        .put("level", level)
        .put("message", message);
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String level(LogRecord event) {
    return event.getLevel().getName().equals("SEVERE")
        ? "error"
        : event.getLevel().getName().toLowerCase(Locale.ROOT);
  }

  private static String source(LogRecord event) {
    String name = String.valueOf(event.getLoggerName());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String indented(Throwable thrown) {
    return trace(thrown).indent(2).stripTrailing();
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString().strip();
  }

  /// Quotes, backslashes, and what a terminal or an editor would not show as it is.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
              } else if (Printable.isPrintable(c)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return escaped.toString();
  }
}
