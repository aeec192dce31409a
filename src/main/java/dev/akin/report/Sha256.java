package dev.akin.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest of texts and numbers one behind the other, each text behind its length in bytes.
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  void put(byte[] bytes) {
    put(bytes.length);
    digest.update(bytes);
  }

  void put(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  void putAll(Iterable<String> texts) {
    int count = 0;
    for (String text : texts) {
      put(text);
      count++;
    }
    put(count);
  }

  /// 32 bytes; nothing can be put any more.
  byte[] bytes() {
    return digest.digest();
  }

  /// The same as 64 hexadecimal digits.
  String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
