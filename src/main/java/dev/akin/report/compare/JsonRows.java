package dev.akin.report.compare;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.paper.PaperId;
import dev.akin.read.record.CountingStream;
import dev.akin.read.record.GzipStream;
import dev.akin.report.page.ReportException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rows of a table of an earlier report, `NAME.jsonl.gz` or `NAME.jsonl`, one after the other.
/// They stand in the order of ids as UTF-8; one id may have several. For one thread; close it.
final class JsonRows implements AutoCloseable {
  /// How the name of a compressed table ends.
  static final String COMPRESSED = ".jsonl.gz";

  private final Path file;
  private final BufferedReader lines;
  private int number;
  private @Nullable JsonNode next;

  private JsonRows(Path file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
    advance();
  }

  /// @throws ReportException if the file cannot be read
  static JsonRows open(Path file) {
    try {
      return new JsonRows(file, reader(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static BufferedReader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return new BufferedReader(
          new InputStreamReader(GzipStream.unpack(new CountingStream(in)), StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /// The next row; absent at the end.
  @Nullable JsonNode peek() {
    return next;
  }

  /// The id of the next row; absent at the end.
  @Nullable String id() {
    return next == null ? null : idOf(next);
  }

  private static String idOf(JsonNode row) {
    return row.path("id").asString("");
  }

  /// Goes on to the row after it.
  ///
  /// @throws ReportException if the table is damaged or cannot be read
  void advance() {
    String before = id();
    next = read();
    if (next != null && number == 1 && next.has("provenance")) {
      next = read();
    }
    if (next != null
        && (idOf(next).isEmpty() || (before != null && PaperId.isBefore(idOf(next), before)))) {
      throw damaged("no id, or not in the order of ids", null);
    }
  }

  private @Nullable JsonNode read() {
    try {
      String line = lines.readLine();
      number++;
      return line == null ? null : JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw damaged("not JSON", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private ReportException damaged(String what, @Nullable Exception cause) {
    String message =
        "%s:%d: damaged: %s; make the report without --previous".formatted(file, number, what);
    return cause == null
        ? new ReportException(Kind.MALFORMED, message)
        : new ReportException(Kind.MALFORMED, message, cause);
  }

  private static ReportException unreadable(Path file, IOException e) {
    return new ReportException(Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
