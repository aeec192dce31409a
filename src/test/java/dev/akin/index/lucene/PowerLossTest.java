package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.disk.ForgetfulDisk;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// After every loss of power, the index has the last acknowledged commit, or the one that was being
/// made.
@Tag("slow")
class PowerLossTest {
  private static final int COMMITS = 8;

  private final Path directory;
  private final Map<Long, List<String>> idsOfCommit = new HashMap<>();

  PowerLossTest(@TempDir Path directory) {
    this.directory = directory;
  }

  static LongStream seeds() {
    return Seed.several(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLastAcknowledgedCommitSurvives(long seed, @TempDir Path home) throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk(seed);
    write(disk, Seed.fixed(seed));
    int crashes = 0;
    int lossy = 0;
    for (ForgetfulDisk.Image image : disk.images()) {
      // Before the first commit is acknowledged there is no index: CURRENT is written after it.
      if (image.acknowledged() > 0) {
        requireAcknowledged(image, Files.createDirectory(home.resolve("crash" + crashes++)));
        lossy += image.lossy() ? 1 : 0;
      }
    }
    System.out.printf(
        "seed %d, %d crashes, %d lost un-synced data, 0 acknowledged papers lost%n",
        seed, crashes, lossy);
    assertThat(lossy).isGreaterThan(20);
  }

  private void write(ForgetfulDisk disk, Random random) {
    TreeSet<String> ids = new TreeSet<>();
    idsOfCommit.put(1L, List.of());
    try (PaperIndexWriter writer =
        new WriterOpener(new IndexHome(directory), List.of(Samples.SPACE), Clock.systemUTC(), disk)
            .open()) {
      disk.acknowledge(writer.commit());
      for (long commit = 2; commit <= COMMITS; commit++) {
        for (int i = 0; i < 5; i++) {
          String id = "p" + random.nextInt(20);
          Samples.put(writer, Samples.paper(id, "P " + commit + i));
          ids.add(id);
        }
        String deleted = "p" + random.nextInt(20);
        writer.delete(new PaperId(deleted));
        ids.remove(deleted);
        idsOfCommit.put(commit, List.copyOf(ids));
        disk.acknowledge(writer.commit());
      }
      idsOfCommit.put(COMMITS + 1L, List.copyOf(ids));
      writer.compact(0, null);
      disk.acknowledge(writer.commit());
    }
  }

  private void requireAcknowledged(ForgetfulDisk.Image image, Path home) throws IOException {
    String build = new IndexHome(directory).requireBuild();
    Path path = Files.createDirectories(new IndexHome(home).path(build));
    Files.copy(directory.resolve("CURRENT"), home.resolve("CURRENT"));
    for (var file : image.files().entrySet()) {
      Files.write(path.resolve(file.getKey()), file.getValue());
    }
    Samples.look(
        home,
        snapshot -> {
          long commit = snapshot.info().commit();
          assertThat(commit).isBetween(image.acknowledged(), image.acknowledged() + 1);
          List<String> ids = idsOfCommit.get(commit);
          assertThat(Samples.allIds(snapshot)).isEqualTo(ids);
          assertThat(snapshot.nearest(Samples.vectorOf("a"), 99, NearestOptions.DEFAULT))
              .hasSize(snapshot.info().papers());
        });
    Samples.index(home, Samples.paper("next", "Next"));
  }
}
