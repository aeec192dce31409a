package dev.akin.index.store;

import dev.akin.base.Sha256;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.opensearch.ClusterAccess;
import dev.akin.index.opensearch.OpenSearchStore;
import dev.akin.index.opensearch.OpenSearchStore.ClusterLayoutChoice;
import dev.akin.index.opensearch.client.TestCluster;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// The store that tests of an index use: a folder, or a cluster whose address the system property
/// `akin.cluster` has, such as `opensearch://127.0.0.1:9200`. Both must pass the same tests, those
/// of [BothStores] (`scripts/test --cluster`).
public final class Stores {
  private static final int NAME_BYTES = 8;
  private static final String CLUSTER = System.getProperty("akin.cluster", "");
  private static final Set<String> USED = new HashSet<>();

  private Stores() {}

  /// The store for a test.
  ///
  /// @param directory of the test; an index in a cluster has a name that is made of it
  public static PaperStore at(Path directory) {
    if (!areInCluster()) {
      return new LuceneStore(directory);
    }
    String name = "test-" + Sha256.hex(directory.toString(), NAME_BYTES);
    USED.add(name);
    return OpenSearchStore.at(
        CLUSTER + "/" + name, ClusterAccess.OPEN, new ClusterLayoutChoice(2, null));
  }

  /// Whether the store is a cluster. Its searches do not end early with what they have found.
  public static boolean areInCluster() {
    return !CLUSTER.isEmpty();
  }

  /// Deletes the indices in a cluster.
  static void clear() {
    USED.forEach(name -> new TestCluster(name).close());
    USED.clear();
  }
}
