package dev.akin.read.record;

import dev.akin.base.Printable;
import java.io.ByteArrayOutputStream;

/// Collects the bytes of a record that is not a line. If it is longer than [#MAX_BYTES], only its
/// length is kept.
///
/// @hidden public for its own room only
public final class RecordBytes {
  static final int MAX_BYTES = LineReader.MAX_LINE_BYTES;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long lengthBytes;

  /// Starts with the next record.
  public void clear() {
    kept.reset();
    lengthBytes = 0;
  }

  /// Adds a byte.
  ///
  /// @param c 0 to 255
  public void add(int c) {
    if (lengthBytes < MAX_BYTES) {
      kept.write(c);
    }
    lengthBytes++;
  }

  /// The record as text.
  ///
  /// @param start where the record begins
  /// @param noun what a fault calls the record, such as `item`
  public Line line(Line start, String noun) {
    if (lengthBytes > MAX_BYTES) {
      return start.withFault(tooLong(noun, lengthBytes));
    }
    byte[] bytes = kept.toByteArray();
    String text = Utf8.text(bytes, bytes.length);
    int invalid = Utf8.indexOfInvalidByte(bytes, bytes.length, text);
    return invalid < bytes.length
        ? start.withFault(notUtf8(noun, invalid))
        : new Line(start.number(), start.byteOffset(), text, null);
  }

  static String tooLong(String noun, long lengthBytes) {
    return "%s of %s bytes; the maximum is %s"
        .formatted(noun, Printable.count(lengthBytes), Printable.count(MAX_BYTES));
  }

  static String notUtf8(String noun, int index) {
    return "not UTF-8 at byte " + Printable.count(index) + " of the " + noun;
  }
}
