package dev.akin.bench.cluster;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStore;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Kills nodes that `scripts/cluster` started, one after the other, while papers are written and a
/// service answers. Each is started again with the data that it had.
final class NodeKills {
  private static final int KILLS = 3;
  private static final int PAPERS = 500;

  /// How long a killed node is away, if the papers are written earlier.
  private static final Duration AWAY = Duration.ofSeconds(20);

  private final Path home;
  private final Path folder;
  private final IndexSnapshot from;
  private final int[] papers;
  private final Random random;
  private final AtomicBoolean ended = new AtomicBoolean();

  // Of the thread that asks.
  private int answered;
  private int failed;
  private double longestSeconds;
  private String lastFailure = "";

  NodeKills(Path home, Path folder, IndexSnapshot from, int[] papers, Random random) {
    this.home = home;
    this.folder = folder;
    this.from = from;
    this.papers = papers;
    this.random = random;
  }

  void run(PaperStore cluster, Service service) throws IOException, InterruptedException {
    Random drawn = new Random(random.nextLong());
    Thread asking = Thread.ofPlatform().start(() -> ask(service, drawn));
    Set<String> acknowledged = new HashSet<>();
    List<String> commits = new ArrayList<>();
    try (PaperIndexWriter writer = cluster.writer(from.info().spaces())) {
      for (int kill = 1; kill <= KILLS; kill++) {
        long start = System.nanoTime();
        kill(kill);
        List<String> ids = write(writer, kill);
        writer.commit();
        acknowledged.addAll(ids);
        double seconds = (System.nanoTime() - start) / 1e9;
        commits.add(String.format(Locale.ROOT, "%.1f", seconds));
        Thread.sleep(Math.max(0, AWAY.toMillis() - (long) (seconds * 1e3)));
        startNodes();
      }
    } finally {
      ended.set(true);
      asking.join();
    }
    System.out.printf(
        Locale.ROOT,
        "%n%d kills of nodes while %d papers were written after each, acknowledged after %s s%n",
        KILLS,
        PAPERS,
        String.join(", ", commits));
    System.out.printf("papers acknowledged and lost: %d%n", lost(cluster, acknowledged));
    System.out.printf(
        Locale.ROOT,
        "answers of akin serve: %,d good, %d failed, at most %.1f s without a good one%s%n",
        answered,
        failed,
        longestSeconds,
        lastFailure.isEmpty() ? "" : "; the last failure: " + lastFailure);
  }

  /// Papers with the texts of others and other ids.
  private List<String> write(PaperIndexWriter writer, int kill) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PAPERS; i++) {
      int number = papers[random.nextInt(papers.length)];
      Paper paper = from.paper(number);
      String id = "again-%d-%d".formatted(kill, i);
      Copying.put(
          from, number, Paper.of(id, paper.title() + " " + id, paper.abstractText()), writer);
      ids.add(id);
    }
    return ids;
  }

  private static long lost(PaperStore cluster, Set<String> acknowledged) {
    try (PaperIndex index = cluster.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      Set<String> there = new HashSet<>();
      snapshot.scan(paper -> there.add(snapshot.id(paper).value()));
      return acknowledged.stream().filter(id -> !there.contains(id)).count();
    }
  }

  /// Asks until the end, and notes for how long there was no answer.
  private void ask(Service service, Random drawn) {
    long lastGood = System.nanoTime();
    while (!ended.get()) {
      String id = from.id(papers[drawn.nextInt(papers.length)]).value();
      try {
        service.related(id, "hybrid", 10);
        answered++;
        longestSeconds = Math.max(longestSeconds, (System.nanoTime() - lastGood) / 1e9);
        lastGood = System.nanoTime();
      } catch (IOException | InterruptedException | IllegalStateException e) {
        failed++;
        lastFailure = String.valueOf(e.getMessage());
      }
    }
    longestSeconds = Math.max(longestSeconds, (System.nanoTime() - lastGood) / 1e9);
  }

  private void kill(int number) throws IOException {
    Path pid = home.resolve("target/cluster/nodes/n" + number + "/pid");
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow().destroyForcibly();
  }

  private void startNodes() throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(home.resolve("scripts/cluster").toString(), "start")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("cluster.log").toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("cluster.log")));
    }
  }
}
