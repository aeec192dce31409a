package dev.akin.report.corpus;

import dev.akin.base.Sha256;
import dev.akin.paper.Paper;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of the papers' SHA-256s in the order of rows. Papers can be added in any order.
final class CorpusDigest {
  private static final int BYTES = 32;

  private final byte[] rows;

  CorpusDigest(int papers) {
    this.rows = new byte[papers * BYTES];
  }

  void add(int row, Paper paper) {
    Sha256 digest = new Sha256();
    digest.put(paper.id().value());
    digest.put(paper.title());
    digest.put(paper.abstractText());
    digest.putAll(paper.authors());
    digest.put(Objects.toString(paper.date(), ""));
    digest.putAll(paper.categories());
    digest.put(orEmpty(paper.url()));
    digest.put(orEmpty(paper.doi()));
    digest.put(orEmpty(paper.language()));
    System.arraycopy(digest.bytes(), 0, rows, row * BYTES, BYTES);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// The digest as 64 hexadecimal digits.
  String hex() {
    Sha256 digest = new Sha256();
    for (int at = 0; at < rows.length; at += BYTES) {
      digest.put(Arrays.copyOfRange(rows, at, at + BYTES));
    }
    return digest.hex();
  }
}
