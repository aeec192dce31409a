package dev.akin.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/// One node of an OpenSearch cluster on this machine, until the process ends; `scripts/cluster`
/// starts it. It is not part of akin: its Lucene is older than akin's.
public final class ClusterNode {
  private static final String ADDRESS = "127.0.0.1";
  private static final String PLUGIN = "org.opensearch.knn.plugin.KNNPlugin";

  private ClusterNode() {}

  /// Starts a node, and waits until the process is ended.
  ///
  /// @param arguments the folder of the node, its number from 1, and the ports of HTTP and of the
  ///   nodes among themselves that node 1 has; the others have the next ones
  public static void main(String[] arguments) throws InterruptedException {
    String folder = arguments[0];
    int number = Integer.parseInt(arguments[1]);
    int http = Integer.parseInt(arguments[2]);
    int transport = Integer.parseInt(arguments[3]);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.onBuild(
        (_, settings) -> {
          settings.put("node.name", "n" + number);
          settings.put("http.port", http + number - 1);
          settings.put("transport.port", transport + number - 1);
          settings.put("network.host", ADDRESS);
          settings.put("discovery.type", "zen");
          settings.putList("discovery.seed_hosts", seeds(transport));
          settings.putList("cluster.initial_cluster_manager_nodes", "n1");
          // A full disk of a developer must not turn the indices read-only.
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
          // So that the copies of a killed node are made elsewhere while a test waits.
          settings.put("cluster.routing.allocation.node_concurrent_recoveries", 4);
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
    runner.build(
        OpenSearchRunner.newConfigs()
            .basePath(folder)
            .numOfNode(1)
            .clusterName("akin-cluster")
            .pluginTypes(PLUGIN)
            .disableESLogger());
    new CountDownLatch(1).await(); // the threads of a node do not keep the process alive
  }

  private static List<String> seeds(int transport) {
    return List.of(ADDRESS + ":" + transport, ADDRESS + ":" + (transport + 1));
  }

  private static void close(OpenSearchRunner runner) {
    try {
      runner.close();
    } catch (IOException e) {
      System.err.println(e);
    }
  }
}
