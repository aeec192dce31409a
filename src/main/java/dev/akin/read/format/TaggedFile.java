package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Reads a file of tagged lines, record by record. Lines without a tag between records are left
/// out.
///
/// @hidden public for its own room only
public final class TaggedFile implements RecordReader {
  private final LineReader lines;
  private final Tagging tagging;
  private final Shape shape;
  private @Nullable Line ahead;
  private Line line = Line.NONE;

  public TaggedFile(LineReader lines, Tagging tagging, Shape shape) {
    this.lines = lines;
    this.tagging = tagging;
    this.shape = shape;
  }

  @Override
  public Line line() {
    return line;
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

  private @Nullable TaggedRecord record() throws IOException {
    TaggedRecord record = null;
    boolean afterBlank = false;
    for (Line next = peek(); next != null; next = peek()) {
      Matcher matcher = tagging.matcher(next.content());
      String tag = matcher.matches() ? matcher.group(1) : "";
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
        line = next;
      }
      String value = tag.isEmpty() ? next.content() : matcher.group(2);
      record.add(next, tag, Objects.requireNonNullElse(value, ""));
    }
    return record;
  }

  private @Nullable Line peek() throws IOException {
    ahead = ahead == null ? lines.next() : ahead;
    return ahead;
  }

  /// How a paper is read from a record.
  @FunctionalInterface
  public interface Shape {
    /// The paper in a record.
    Paper paper(TaggedRecord record) throws BadRecordException;
  }
}
