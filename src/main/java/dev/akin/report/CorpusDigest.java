package dev.akin.report;

import dev.akin.paper.Paper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of the SHA-256s of papers in the order of rows; that of a paper is of its parts,
/// each behind its length in bytes.
final class CorpusDigest {
  private final byte[][] rows;

  CorpusDigest(int papers) {
    this.rows = new byte[papers][];
  }

  void add(int row, Paper paper) {
    MessageDigest digest = sha256();
    put(digest, paper.id().value());
    put(digest, paper.title());
    put(digest, paper.abstractText());
    put(digest, paper.authors().size());
    paper.authors().forEach(author -> put(digest, author));
    put(digest, Objects.toString(paper.date(), ""));
    put(digest, paper.categories().size());
    paper.categories().forEach(category -> put(digest, category));
    put(digest, orEmpty(paper.url()));
    put(digest, orEmpty(paper.doi()));
    put(digest, orEmpty(paper.language()));
    rows[row] = digest.digest();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void put(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    put(digest, bytes.length);
    digest.update(bytes);
  }

  private static void put(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  String hex() {
    MessageDigest digest = sha256();
    for (byte[] row : rows) {
      digest.update(row);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
