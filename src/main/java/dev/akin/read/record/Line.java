package dev.akin.read.record;

import org.jspecify.annotations.Nullable;

/// A line of text, or what is wrong with it.
///
/// @param number from 1
/// @param byteOffset of its first byte in the unpacked stream
/// @param content without the line break; empty if there is a fault
/// @param fault why the bytes are not a line of text, absent if they are
public record Line(long number, long byteOffset, String content, @Nullable String fault) {
  public static final Line NONE = new Line(0, 0, "", null);

  public boolean isBlank() {
    return fault == null && content.isBlank();
  }

  public String text() throws Refusal {
    if (fault != null) {
      throw new Refusal(fault);
    }
    return content;
  }
}
