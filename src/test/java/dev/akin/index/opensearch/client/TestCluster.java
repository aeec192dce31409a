package dev.akin.index.opensearch.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.akin.base.Deadline;
import java.util.List;

/// The cluster that `scripts/cluster` starts, and under a name of its own the indices of one test,
/// which are deleted before and after it.
public final class TestCluster implements AutoCloseable {
  private static final String PROPERTY = "akin.cluster";

  private final Cluster cluster;

  /// @param name the alias, another one in each test class
  public TestCluster(String name) {
    String address = System.getProperty(PROPERTY);
    assumeTrue(
        address != null,
        "no cluster: scripts/cluster start --nodes 1, and then -Dakin.cluster=opensearch://127.0.0.1:9200");
    ClusterAddress given = ClusterAddress.parse(String.valueOf(address));
    ClusterAddress own = new ClusterAddress(given.tls(), given.hosts(), given.user(), name);
    this.cluster = Cluster.at(own, ClusterOptions.DEFAULT);
    clear();
  }

  public Cluster cluster() {
    return cluster;
  }

  /// The same for somebody who closes it.
  public Cluster another() {
    return Cluster.at(cluster.address(), ClusterOptions.DEFAULT);
  }

  private void clear() {
    String name = cluster.address().name();
    for (String index : List.copyOf(new ClusterIndexes(cluster).all(Deadline.NEVER).keySet())) {
      cluster.send(ClusterRequest.of("DELETE", ClusterRequest.path(index)), Deadline.NEVER);
    }
    for (String each : List.of(name, name + "-writer")) {
      cluster.sendIfThere(ClusterRequest.of("DELETE", ClusterRequest.path(each)), Deadline.NEVER);
    }
  }

  @Override
  public void close() {
    clear();
    cluster.close();
  }
}
