package dev.akin.index.store;

import dev.akin.base.Sha256;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.opensearch.ClusterAccess;
import dev.akin.index.opensearch.OpenSearchStore;
import dev.akin.index.opensearch.OpenSearchStore.ClusterLayoutChoice;
import java.nio.file.Path;

/// The store that tests of an index use: a folder, or a cluster whose address the system property
/// `akin.cluster` has, such as `opensearch://127.0.0.1:9200`. Both must pass the same tests, those
/// with the tag `store` (`scripts/test --cluster`).
public final class Stores {
  private static final int NAME_BYTES = 8;

  private Stores() {}

  /// The store for a test.
  ///
  /// @param directory of the test; an index in a cluster has a name that is made of it
  public static PaperStore at(Path directory) {
    String cluster = System.getProperty("akin.cluster", "");
    return cluster.isEmpty()
        ? new LuceneStore(directory)
        : OpenSearchStore.at(
            cluster + "/test-" + Sha256.hex(directory.toString(), NAME_BYTES),
            ClusterAccess.OPEN,
            new ClusterLayoutChoice(2, null));
  }
}
