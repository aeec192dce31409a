package dev.akin.index.opensearch.client;

import java.time.Duration;

/// How many documents are written at once.
///
/// @param maxDocuments of a request
/// @param maxBytes of a request; one document may be larger
/// @param parallel how many requests are on their way at a time; a writer waits when there are more
/// @param patience how long a document is sent again until all its copies have it
///
/// @hidden public for its own room only
public record BulkOptions(int maxDocuments, int maxBytes, int parallel, Duration patience) {
  /// 500 documents or 4 MB, two requests at a time.
  public static final BulkOptions DEFAULT =
      new BulkOptions(500, 4 << 20, 2, ClusterOptions.JOB_PATIENCE);

  public BulkOptions {
    if (maxDocuments < 1 || maxBytes < 1 || parallel < 1) {
      throw new IllegalArgumentException("a request has at least one document");
    }
  }
}
