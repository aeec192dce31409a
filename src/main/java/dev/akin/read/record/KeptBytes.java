package dev.akin.read.record;

import dev.akin.base.Printable;
import java.io.ByteArrayOutputStream;

/// The bytes of one record that is not a line. Of one longer than [#MAX_BYTES] only the length is
/// kept.
///
/// @hidden public for its own room only
public final class KeptBytes {
  static final int MAX_BYTES = LineReader.MAX_LINE_BYTES;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long lengthBytes;

  public void clear() {
    kept.reset();
    lengthBytes = 0;
  }

  public void add(int c) {
    if (lengthBytes < MAX_BYTES) {
      kept.write(c);
    }
    lengthBytes++;
  }

  /// The record as a line with the place of `start`.
  ///
  /// @param noun what the record is called in a fault, such as `item`
  public Line line(Line start, String noun) {
    if (lengthBytes > MAX_BYTES) {
      String most = Printable.count(MAX_BYTES);
      return faulty(
          start, noun + " of " + Printable.count(lengthBytes) + " bytes; the most is " + most);
    }
    byte[] bytes = kept.toByteArray();
    String text = Utf8.text(bytes, bytes.length);
    int invalid = Utf8.indexOfInvalidByte(bytes, bytes.length, text);
    return invalid < bytes.length
        ? faulty(start, "not UTF-8 at byte " + Printable.count(invalid) + " of the " + noun)
        : new Line(start.number(), start.byteOffset(), text, null);
  }

  public static Line faulty(Line start, String fault) {
    return new Line(start.number(), start.byteOffset(), "", fault);
  }
}
