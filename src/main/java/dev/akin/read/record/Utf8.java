package dev.akin.read.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Decodes bytes that should be UTF-8.
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /// The index of the first byte that is not UTF-8; `length` if there is none.
  ///
  /// @param text the first `length` bytes, decoded by [#text]
  static int indexOfInvalidByte(byte[] bytes, int length, String text) {
    if (text.indexOf(REPLACEMENT) < 0) {
      return length;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    StandardCharsets.UTF_8.newDecoder().decode(buffer, CharBuffer.allocate(length), true);
    return buffer.position();
  }
}
