package dev.akin.index.opensearch.search;

import dev.akin.index.opensearch.document.FoundDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The documents of papers of one commit that were asked for by name lately, with all that they
/// have. Whoever names a paper reads more of it next, and each reading is a way to the cluster and
/// back. Safe for use by many threads.
final class NamedDocuments {
  /// About a megabyte.
  private static final int MAX = 200;

  private final Map<Integer, FoundDocument> byNumber =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, FoundDocument> eldest) {
              return size() > MAX;
            }
          });

  void put(int paper, FoundDocument document) {
    byNumber.put(paper, document);
  }

  /// Absent if it was not asked for lately.
  @Nullable FoundDocument get(int paper) {
    return byNumber.get(paper);
  }
}
