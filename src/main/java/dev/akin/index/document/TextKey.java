package dev.akin.index.document;

import dev.akin.base.Sha256;
import java.util.List;

/// The name of a text that was embedded: 32 hexadecimal digits of its SHA-256. Papers of equal text
/// have equal keys and share one vector.
///
/// @param value 32 hexadecimal digits
public record TextKey(String value) {
  private static final int DIGEST_BYTES = 16;

  /// The key of a text, as each model of the index reads it.
  public static TextKey of(List<String> readings) {
    return of(String.join("\0", readings));
  }

  /// The key of a text, as the one model of the index reads it.
  public static TextKey of(String text) {
    return new TextKey(Sha256.hex(text, DIGEST_BYTES));
  }
}
