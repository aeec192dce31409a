package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a RIS file: records of tagged lines, from `TY` to `ER`. A record without `ER` ends where
/// the next one begins; what databases write between records is left out.
///
/// Read by hand, because the only maintained library with a RIS parser, citeproc-java, reads the
/// whole file or nothing of it, does not say where it failed, and needs four more libraries.
///
/// @hidden public for its own room only
public final class Ris implements RecordReader {
  private final LineReader lines;
  private @Nullable RisLine ahead;
  private Line line = Line.NONE;

  public Ris(LineReader lines) {
    this.lines = lines;
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    while (true) {
      RisLine first = take();
      while (first != null && !first.isOfRecord()) {
        first = take();
      }
      if (first == null) {
        return null;
      }
      RisRecord record = record(first);
      if (!record.isStray()) {
        line = first.line();
        return record.paper();
      }
    }
  }

  /// The record that begins with a line. Its type may follow later, and its end may be missing: a
  /// second type begins the next record.
  private RisRecord record(RisLine first) throws IOException {
    RisRecord record = new RisRecord();
    record.add(first);
    for (RisLine next = peek();
        next != null && !(next.isType() && record.hasType());
        next = peek()) {
      take();
      if (next.isEnd()) {
        break;
      }
      record.add(next);
    }
    return record;
  }

  private @Nullable RisLine peek() throws IOException {
    if (ahead == null) {
      Line next = lines.next();
      ahead = next == null ? null : RisLine.of(next);
    }
    return ahead;
  }

  private @Nullable RisLine take() throws IOException {
    RisLine taken = peek();
    ahead = null;
    return taken;
  }
}
