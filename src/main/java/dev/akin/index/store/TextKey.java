package dev.akin.index.store;

import dev.akin.base.Sha256;
import java.util.HexFormat;
import java.util.List;

/// The key of a text that was embedded, made from its SHA-256. Papers with the same text have the
/// same key and share one vector.
///
/// @param value 32 hexadecimal digits
public record TextKey(String value) {
  private static final int DIGEST_BYTES = 16;

  /// Reads what [#toBytes] wrote.
  ///
  /// @param bytes have it from `offset` to `end`, exclusive
  public static TextKey ofBytes(byte[] bytes, int offset, int end) {
    return new TextKey(HexFormat.of().formatHex(bytes, offset, end));
  }

  /// The key in half of the room.
  public byte[] toBytes() {
    return HexFormat.of().parseHex(value);
  }

  /// The key of a text.
  ///
  /// @param readings the text as each model of the index reads it, in the order of models
  public static TextKey of(List<String> readings) {
    return of(String.join("\0", readings));
  }

  /// The key of a text in an index of one model.
  ///
  /// @param text as the model reads it
  public static TextKey of(String text) {
    return new TextKey(Sha256.hex(text, DIGEST_BYTES));
  }
}
