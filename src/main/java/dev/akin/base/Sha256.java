package dev.akin.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 digest of a text, of a file, or of a list of texts and numbers that is built up item
/// by item.
///
/// In a list each text follows its length in bytes, so that two different lists never have the same
/// bytes. For one thread.
public final class Sha256 {
  private static final int BLOCK_BYTES = 1 << 20;

  private final MessageDigest digest;

  /// Starts an empty list.
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The digest of a text in UTF-8: 32 bytes.
  public static byte[] of(String text) {
    return new Sha256().digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The first bytes of a text's digest in hexadecimal.
  ///
  /// @param bytes number of bytes, 1 to 32; the result has two digits for each
  public static String hex(String text, int bytes) {
    return HexFormat.of().formatHex(of(text), 0, bytes);
  }

  /// The digest of a file: 64 hexadecimal digits.
  public static String hex(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Sha256 sha256 = new Sha256();
      byte[] block = new byte[BLOCK_BYTES];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        sha256.digest.update(block, 0, n);
      }
      return sha256.hex();
    }
  }

  /// Copies `in` to a new file that survives a loss of power.
  ///
  /// @return the digest of what was read: 64 hexadecimal digits
  public static String copy(InputStream in, Path to) throws IOException {
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Sha256 sha256 = new Sha256();
      byte[] block = new byte[BLOCK_BYTES];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        sha256.digest.update(block, 0, n);
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, n);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      out.force(true);
      return sha256.hex();
    }
  }

  /// Adds a text to the list.
  public void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds bytes to the list.
  public void put(byte[] bytes) {
    put(bytes.length);
    digest.update(bytes);
  }

  /// Adds a number to the list.
  public void put(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  /// Adds texts, then how many they are.
  public void putAll(Iterable<String> texts) {
    int count = 0;
    for (String text : texts) {
      put(text);
      count++;
    }
    put(count);
  }

  /// The digest: 32 bytes. The list is empty afterwards.
  public byte[] bytes() {
    return digest.digest();
  }

  /// The digest: 64 hexadecimal digits. The list is empty afterwards.
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
