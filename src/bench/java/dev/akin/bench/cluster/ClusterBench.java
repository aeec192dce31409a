package dev.akin.bench.cluster;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.opensearch.ClusterAccess;
import dev.akin.index.opensearch.OpenSearchStore;
import dev.akin.index.opensearch.OpenSearchStore.ClusterLayoutChoice;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStore;
import dev.akin.index.store.RecallAtTen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// An index in a cluster beside one in a folder, with the same papers and vectors, and beside
/// OpenSearch used by itself. Nothing is embedded.
///
/// Usage: ClusterBench HOME FOLDER INDEX ADDRESS COUNT SEED [kills]
final class ClusterBench {
  private static final int QUERIES = 300;
  private static final int WARM_UP = 100;
  private static final int RECALL_QUERIES = 300;
  private static final int RESULTS = 10;
  private static final double FLOOR = 1.0;

  private static final Duration COPIES_HAVE_SETTLED = Duration.ofSeconds(35);

  /// A cluster measures its disks every ten seconds.
  private static final Duration STATISTICS_ARE_OLD = Duration.ofSeconds(12);

  private final Path home;
  private final Path folder;
  private final Hosts hosts;
  private final Random random;
  private final PlainOpenSearch plain;

  private ClusterBench(Path home, Path folder, Hosts hosts, long seed) {
    this.home = home;
    this.folder = folder;
    this.hosts = hosts;
    this.random = new Random(seed);
    this.plain = new PlainOpenSearch(hosts);
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    Hosts hosts = Hosts.of(arguments[3]);
    ClusterBench bench =
        new ClusterBench(
            Path.of(arguments[0]), Path.of(arguments[1]), hosts, Long.parseLong(arguments[5]));
    System.out.printf(
        Locale.ROOT,
        "seed %s, %d processors, %d hosts%n",
        arguments[5],
        Runtime.getRuntime().availableProcessors(),
        hosts.all().size());
    hosts.clear();
    try (PaperIndex from = new LuceneStore(Path.of(arguments[2])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot papers = from.snapshot()) {
      int[] all = bench.papers(papers, Integer.parseInt(arguments[4]));
      bench.run(papers, all, List.of(arguments).contains("kills"));
    } finally {
      hosts.clear();
    }
  }

  private int[] papers(IndexSnapshot from, int count) {
    List<Integer> papers = new ArrayList<>();
    from.inOrder(papers::add);
    Collections.shuffle(papers, random);
    return papers.stream().limit(count).mapToInt(Integer::intValue).toArray();
  }

  private void run(IndexSnapshot papers, int[] all, boolean kills) throws Exception {
    PaperStore cluster =
        OpenSearchStore.at(hosts.store(), ClusterAccess.OPEN, new ClusterLayoutChoice(3, 1));
    PaperStore here = new LuceneStore(folder.resolve("index"));
    load("akin, folder", papers, all, here);
    load("akin, cluster", papers, all, cluster);
    loadPlain(papers, all);
    recall(cluster);
    try (Service inFolder = Service.ofFolder(home, folder, folder.resolve("index"));
        Service inCluster = Service.ofCluster(home, folder, hosts.store())) {
      answers(papers, all, inFolder, inCluster);
      if (kills) {
        new NodeKills(home, folder, papers, all, random).run(cluster, inCluster);
      }
    }
    sizes(here, cluster);
  }

  private void load(String name, IndexSnapshot from, int[] papers, PaperStore to) {
    long start = System.nanoTime();
    try (PaperIndexWriter writer = to.writer(from.info().spaces())) {
      Copying.run(from, papers, writer);
      printLoad(name, papers.length, System.nanoTime() - start);
      writer.compact(FLOOR, null);
    }
  }

  private static void printLoad(String name, int papers, long nanos) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %,d papers written in %.1f s: %,.0f a second%n",
        name,
        papers,
        nanos / 1e9,
        papers / (nanos / 1e9));
  }

  private static long paperBytes(PaperStore store) {
    try (PaperIndex index = store.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.info().sizeBytes() / snapshot.info().papers();
    }
  }

  /// As merges leave them: until then, the copies of a shard keep each document once more, as it
  /// was sent, to bring each other up to date.
  private void sizes(PaperStore here, PaperStore cluster) throws IOException, InterruptedException {
    Thread.sleep(COPIES_HAVE_SETTLED);
    String ours = "/" + hosts.name() + "*";
    hosts.send("POST", ours + "/_flush", "");
    Thread.sleep(STATISTICS_ARE_OLD);
    long unmerged = paperBytes(cluster);
    hosts.send("POST", ours + "/_forcemerge?max_num_segments=1", "");
    hosts.send("POST", ours + "/_flush", "");
    Thread.sleep(STATISTICS_ARE_OLD);
    System.out.printf(
        Locale.ROOT,
        "%nbytes of a paper, without replicas: folder %,d; cluster %,d, before merges %,d; OpenSearch by itself %,d%n",
        paperBytes(here),
        paperBytes(cluster),
        unmerged,
        plain.paperBytes());
  }

  private void loadPlain(IndexSnapshot from, int[] papers)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    plain.load(from, papers);
    printLoad("OpenSearch by itself", papers.length, System.nanoTime() - start);
  }

  private void recall(PaperStore cluster) {
    try (PaperIndex index = cluster.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      RecallAtTen found = snapshot.recall(RECALL_QUERIES, 1, random.nextInt());
      System.out.printf(
          Locale.ROOT,
          "cluster: recall@10 of %d queries %.4f%n%n",
          found.queries(),
          found.recall());
    }
  }

  /// Related by id, one client, in turns.
  private void answers(IndexSnapshot from, int[] papers, Service inFolder, Service inCluster)
      throws Exception {
    List<String> ids =
        random
            .ints(WARM_UP + QUERIES, 0, papers.length)
            .mapToObj(i -> from.id(papers[i]).value())
            .toList();
    System.out.printf("%-36s %8s %8s%n", "related by id, milliseconds", "p50", "p99");
    for (String mode : List.of("semantic", "hybrid", "lexical")) {
      Lists folderLists = new Lists();
      Lists clusterLists = new Lists();
      Lists plainLists = new Lists();
      for (String id : ids) {
        folderLists.time(() -> inFolder.related(id, mode, RESULTS));
        clusterLists.time(() -> inCluster.related(id, mode, RESULTS));
        plainLists.time(() -> plain.related(id, mode, RESULTS));
      }
      folderLists.print(mode + ", akin serve, folder");
      clusterLists.print(mode + ", akin serve, cluster");
      plainLists.print(mode + ", OpenSearch by itself");
      System.out.printf(
          Locale.ROOT,
          "%s: %d of %d lists of cluster and folder are the same, %.1f %% of their papers%n",
          mode,
          clusterLists.same(folderLists),
          ids.size(),
          100 * clusterLists.shared(folderLists));
    }
  }

  private interface Answer {
    List<String> get() throws IOException, InterruptedException;
  }

  /// The lists that somebody answered, and how long it took.
  private static final class Lists {
    private final List<List<String>> all = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private int failed;

    void time(Answer answer) throws IOException, InterruptedException {
      long start = System.nanoTime();
      try {
        all.add(answer.get());
      } catch (IllegalStateException _) { // on a busy machine it is late
        all.add(List.of());
        failed++;
      }
      millis.add((System.nanoTime() - start) / 1e6);
    }

    void print(String what) {
      double[] warm =
          millis.stream().skip(WARM_UP).mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%-36s %8.2f %8.2f%s%n",
          what,
          warm[warm.length / 2],
          warm[warm.length * 99 / 100],
          failed == 0 ? "" : "  (" + failed + " failed)");
    }

    long same(Lists others) {
      long same = 0;
      for (int i = 0; i < all.size(); i++) {
        same += all.get(i).equals(others.all.get(i)) ? 1 : 0;
      }
      return same;
    }

    double shared(Lists others) {
      double shared = 0;
      double papers = 0;
      for (int i = 0; i < all.size(); i++) {
        Set<String> both = new HashSet<>(all.get(i));
        both.retainAll(others.all.get(i));
        shared += both.size();
        papers += Math.max(all.get(i).size(), others.all.get(i).size());
      }
      return papers == 0 ? 1 : shared / papers;
    }
  }
}
