package dev.akin.report.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbered texts in one block of bytes, as UTF-8. They can be put in any order.
final class PackedTexts {
  private final int[] starts;
  private final int[] ends;
  private byte[] bytes;
  private int end;

  /// @param count how many texts there will be, numbered from 0
  PackedTexts(int count) {
    this.starts = new int[count];
    this.ends = new int[count];
    this.bytes = new byte[Math.max(16, 16 * count)];
  }

  /// Puts a text that is not there yet.
  void put(int number, String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    if (end + added.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length + Math.max(bytes.length / 2, added.length));
    }
    System.arraycopy(added, 0, bytes, end, added.length);
    starts[number] = end;
    end += added.length;
    ends[number] = end;
  }

  /// A text that was put.
  String get(int number) {
    return new String(bytes, starts[number], ends[number] - starts[number], StandardCharsets.UTF_8);
  }
}
