package dev.akin.report.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts in one block of bytes, as UTF-8.
final class PackedTexts {
  private final int[] ends;
  private byte[] bytes;
  private int size;

  /// @param count how many texts will be added
  PackedTexts(int count) {
    this.ends = new int[count];
    this.bytes = new byte[Math.max(16, 16 * count)];
  }

  /// Adds the next text.
  void add(String text) {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int start = start(size);
    if (start + added.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length + Math.max(bytes.length / 2, added.length));
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    ends[size++] = start + added.length;
  }

  /// A text that was added.
  String get(int index) {
    int start = start(index);
    return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
