package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.read.format.Tagging.TaggedLine;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads a file of tagged lines, record by record. A record without an end ends where the next one
/// begins; what databases write between records is left out.
///
/// Read by hand, because the only maintained library with a parser of RIS, citeproc-java, reads the
/// whole file or nothing of it, does not say where it failed, and needs four more libraries.
///
/// @hidden public for its own room only
public final class TaggedFile implements RecordReader {
  private static final String MARK = "\uFEFF";

  private final LineReader lines;
  private final Tagging tagging;
  private final Shape shape;

  /// The rest of a line in which other lines end with a carriage return.
  private final Deque<Line> pieces = new ArrayDeque<>();

  private @Nullable Line ahead;
  private Line start = Line.NONE;

  public TaggedFile(LineReader lines, Tagging tagging, Shape shape) {
    this.lines = lines;
    this.tagging = tagging;
    this.shape = shape;
  }

  @Override
  public Line line() {
    return start;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    TaggedRecord record = record();
    if (record == null) {
      return null;
    }
    record.check();
    return shape.paper(record);
  }

  /// The next record that has something of a paper in it, or null at the end.
  private @Nullable TaggedRecord record() throws IOException {
    TaggedRecord record = anyRecord();
    while (record != null && !record.isFaulty() && tagging.isStray(record)) {
      record = anyRecord();
    }
    return record;
  }

  /// The next record, even if it is stray; null at the end.
  private @Nullable TaggedRecord anyRecord() throws IOException {
    TaggedRecord record = null;
    boolean afterBlank = false;
    for (Line next = peek(); next != null; next = peek()) {
      TaggedLine tagged = tagging.read(next.content());
      String tag = tagged.tag();
      if (record != null && tagging.isNext(record, tag, afterBlank)) {
        break;
      }
      ahead = null;
      afterBlank = next.isBlank();
      if (tagging.isEnd(tag) && record != null) {
        break;
      }
      boolean stray = record == null && next.fault() == null && tag.isEmpty();
      if (stray || tagging.isEnd(tag) || tagging.isOutside(tag)) {
        continue;
      }
      if (record == null) {
        record = new TaggedRecord();
        start = next;
      }
      record.add(next, tag, tagged.value());
    }
    return record;
  }

  private @Nullable Line peek() throws IOException {
    ahead = ahead == null ? line(pieces.isEmpty() ? lines.next() : pieces.remove()) : ahead;
    return ahead;
  }

  /// The first line in one of a file that was put together out of several, which may have other
  /// line ends and begin with a byte order mark.
  private @Nullable Line line(@Nullable Line line) {
    if (line == null || (line.content().indexOf('\r') < 0 && !line.content().startsWith(MARK))) {
      return line;
    }
    for (String piece : line.content().replace(MARK, "").split("\r", -1)) {
      pieces.add(new Line(line.number(), line.byteOffset(), piece, null));
    }
    return pieces.remove();
  }

  /// How a paper is read from a record.
  @FunctionalInterface
  public interface Shape {
    /// The paper in a record.
    Paper paper(TaggedRecord record) throws BadRecordException;
  }
}
