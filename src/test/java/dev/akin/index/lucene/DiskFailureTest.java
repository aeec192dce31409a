package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.disk.FailingDisk;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fails at its n-th write, for many n, until a commit succeeds.
@Tag("slow")
class DiskFailureTest {
  private static final int STEP = 5;

  private final Path directory;

  DiskFailureTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static PaperIndexWriter open(Path directory, Disk disk) {
    return new WriterOpener(
            new IndexHome(directory), List.of(Samples.SPACE), Clock.systemUTC(), disk)
        .open();
  }

  /// Makes every kind of change.
  private static void change(PaperIndexWriter writer, int round) {
    Samples.put(writer, Samples.paper("new" + round, "New " + round));
    Samples.put(writer, Samples.paper("changed", "Changed " + round));
    writer.delete(new PaperId("deleted"));
  }

  private void requireWhole(Set<String> expected, long commit) {
    Samples.look(
        directory,
        snapshot -> {
          assertThat(Samples.allIds(snapshot)).containsExactlyElementsOf(expected);
          assertThat(snapshot.info().commit()).isEqualTo(commit);
          assertThat(snapshot.info().vectors()).isEqualTo(expected.size());
          assertThat(snapshot.nearest(Samples.vectorOf("a"), 99, NearestOptions.DEFAULT))
              .hasSameSizeAs(expected);
        });
  }

  @Test
  void aFailedCommitLeavesTheLastOneWhole() {
    Samples.index(
        directory,
        Samples.paper("changed", "Old"),
        Samples.paper("deleted", "Deleted"),
        Samples.paper("kept", "Kept"));
    Set<String> expected = new TreeSet<>(List.of("changed", "deleted", "kept"));
    int failures = 0;
    boolean committed = false;
    for (int n = 0; !committed; n += STEP) {
      FailingDisk disk = new FailingDisk(n);
      committed = commits(disk, n);
      if (!committed) {
        failures++;
        requireWhole(expected, 2);
      }
    }
    expected.remove("deleted");
    expected.add("new" + failures * STEP);
    requireWhole(expected, 3);
    System.out.printf("%d failures of the disk, no paper lost%n", failures);
    assertThat(failures).isGreaterThan(10);
  }

  private boolean commits(FailingDisk disk, int round) {
    try (PaperIndexWriter writer = open(directory, disk)) {
      change(writer, round);
      writer.commit();
      return true;
    } catch (IndexException e) {
      assertThat(disk.hasFailed()).isTrue();
      assertThat(e.kind()).isEqualTo(AkinException.Kind.IO);
      assertThat(e).hasMessageContainingAll("No space left on device", directory.toString());
      return false;
    }
  }

  @Test
  void nothingIsTriedTwiceOnAWriterThatFailed() {
    Samples.index(directory, Samples.paper("a", "A"));
    FailingDisk disk = new FailingDisk(3);
    PaperIndexWriter writer = open(directory, disk);
    change(writer, 0);
    assertThatThrownBy(writer::commit).isInstanceOf(IndexException.class);
    assertThatThrownBy(writer::commit).isInstanceOf(IndexException.class);
    assertThatThrownBy(() -> change(writer, 1)).isInstanceOf(IndexException.class);
    Samples.index(directory, Samples.paper("b", "B"));
    writer.close();
    requireWhole(new TreeSet<>(Set.of("a", "b")), 3);
  }

  @Test
  void anIndexThatCouldNotBeMadeIsMadeByTheSameCommand() {
    int failures = 0;
    boolean made = false;
    for (int n = 0; !made; n++) {
      FailingDisk disk = new FailingDisk(n);
      try {
        open(directory, disk).close();
        made = true;
      } catch (IndexException e) {
        assertThat(disk.hasFailed()).isTrue();
        assertThat(e.kind()).isEqualTo(AkinException.Kind.IO);
        failures++;
      }
    }
    assertThat(failures).isPositive();
    requireWhole(Set.of(), 1);
  }

  @Test
  void compactingOnAFullDiskLosesNothing() {
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < 4; i++) {
      Samples.index(directory, Samples.paper("p" + i, "P " + i));
      expected.add("p" + i);
    }
    boolean compacted = false;
    for (int n = 0; !compacted; n += STEP) {
      try (PaperIndexWriter writer = open(directory, new FailingDisk(n))) {
        writer.compact(0, null);
        compacted = true;
      } catch (IndexException e) {
        assertThat(e.kind()).isEqualTo(AkinException.Kind.IO);
        requireWhole(expected, 5);
      }
    }
    requireWhole(expected, 6);
  }

  @Test
  void changesThatAFailedMergeDroppedAreNotTakenForCommitted() throws IOException {
    IndexWriter lucene = new IndexWriter(Disk.REAL.open(directory), new IndexWriterConfig());
    CommitData none = CommitData.none("build", List.of(Samples.SPACE));
    try (PaperIndexWriter writer = new LuceneWriter(directory, none, lucene, Clock.systemUTC())) {
      writer.commit();
      Samples.put(writer, Samples.paper("a", "A"));
      // Lucene does this when a merge fails on another thread.
      lucene.rollback();
      assertThatThrownBy(writer::commit)
          .isInstanceOf(IndexException.class)
          .extracting(e -> ((IndexException) e).kind())
          .isEqualTo(AkinException.Kind.IO);
    }
  }

  @Test
  void anErrorWhileSyncingADirectoryShows() throws IOException {
    Path gone = Files.createDirectory(directory.resolve("gone"));
    Files.delete(gone);
    assertThatThrownBy(() -> new FolderTree(gone).syncNames()).isInstanceOf(IOException.class);
  }
}
