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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
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

  /// 64 hexadecimal digits; nothing can be put any more.
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
