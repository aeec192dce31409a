package dev.akin.read.record;

import org.jspecify.annotations.Nullable;

/// A line of text, or another piece of text that is one record, with its place; or what is wrong
/// with it.
///
/// @param number of the line that it begins in, from 1
/// @param byteOffset of its first byte in the unpacked stream
/// @param content without the line break; empty if there is a fault
/// @param fault why the bytes cannot be used as text; absent if they can
public record Line(long number, long byteOffset, String content, @Nullable String fault) {
  /// In place of a line while there is none yet.
  public static final Line NONE = new Line(0, 0, "", null);

  /// The same place with a fault in place of the content.
  public Line withFault(String why) {
    return new Line(number, byteOffset, "", why);
  }

  /// Whether it is text, but nothing except white space.
  public boolean isBlank() {
    return fault == null && content.isBlank();
  }

  /// The content.
  ///
  /// @throws BadRecordException if there is a fault
  public String text() throws BadRecordException {
    if (fault != null) {
      throw new BadRecordException(fault);
    }
    return content;
  }
}
