package dev.akin.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The name of a text that was embedded: 32 hexadecimal digits of its SHA-256. Papers of equal text
/// have equal keys and share one vector.
///
/// @param value 32 hexadecimal digits
public record TextKey(String value) {
  /// The key of a text, as each model of the index reads it.
  public static TextKey of(List<String> readings) {
    return of(String.join("\0", readings));
  }

  /// The key of a text, as the one model of the index reads it.
  public static TextKey of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new TextKey(HexFormat.of().formatHex(digest, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
