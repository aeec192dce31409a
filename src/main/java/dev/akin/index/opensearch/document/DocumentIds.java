package dev.akin.index.opensearch.document;

import dev.akin.base.Sha256;
import dev.akin.index.store.TextKey;
import dev.akin.paper.PaperId;
import java.nio.charset.StandardCharsets;

/// The ids of documents in a cluster: `paper:`, `text:` or `gone:`, and what they are of.
///
/// @hidden public for its own room only
public final class DocumentIds {
  /// What OpenSearch allows, less the longest of the words.
  private static final int MAX_BYTES = 500;

  private static final int DIGEST_BYTES = 32;

  private DocumentIds() {}

  /// Of a paper.
  public static String of(PaperId paper) {
    return "paper:" + name(paper);
  }

  /// Of a text that several papers have.
  public static String of(TextKey text) {
    return "text:" + text.value();
  }

  /// Of the tombstone of a paper that was deleted permanently.
  public static String tombstone(PaperId paper) {
    return "gone:" + name(paper);
  }

  /// A long id is replaced by its digest.
  private static String name(PaperId paper) {
    String id = paper.value();
    return id.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        ? id
        : "#" + Sha256.hex(id, DIGEST_BYTES);
  }
}
