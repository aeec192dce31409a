package dev.akin.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The name of a paper in its corpus, compared character by character: `2024.acl-long.12`,
/// `cs/0112017`, `10.1145/3343413`.
///
/// @param value 1 to [#MAX_BYTES] bytes of UTF-8, without control characters and lone surrogates,
///   and without white space at its ends
public record PaperId(String value) implements Comparable<PaperId> {
  /// The longest id, in bytes of UTF-8.
  public static final int MAX_BYTES = 512;

  /// @throws IllegalArgumentException if `value` does not have this form; the message says why
  public PaperId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("id is empty");
    }
    int sizeBytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (sizeBytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "id has " + sizeBytes + " bytes; the maximum is " + MAX_BYTES);
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException("id begins or ends with white space: \"" + value + "\"");
    }
    if (value.codePoints().anyMatch(PaperId::isUnprintable)) {
      throw new IllegalArgumentException("id contains a control character or half a character");
    }
  }

  /// Whether an id stands before another one in the order of their bytes as UTF-8, which is that of
  /// the tables and lists that akin writes.
  public static boolean isBefore(String id, String other) {
    return Arrays.compareUnsigned(
            id.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))
        < 0;
  }

  private static boolean isUnprintable(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  @Override
  public int compareTo(PaperId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
