package dev.akin.index.lucene;

import dev.akin.index.store.Stores;
import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.allIds;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.paper;
import static dev.akin.index.lucene.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndex.Check;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperIndexTest {
  private final Path directory;

  PaperIndexTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static List<String> idsOf(PaperIndex index) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      return allIds(snapshot);
    }
  }

  private static long commitOf(PaperIndex index) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.info().commit();
    }
  }

  @Test
  void tellsWhatTheCommitHolds() {
    Clock noon = Clock.fixed(Instant.parse("2026-03-01T12:00:00.123Z"), ZoneOffset.UTC);
    IndexHome home = new IndexHome(directory);
    String build;
    try (PaperIndexWriter writer = new WriterOpener(home, List.of(SPACE), noon, Disk.REAL).open()) {
      put(writer, paper("a", "A"));
      writer.commit();
      build = writer.build();
    }
    Samples.look(
        directory,
        snapshot -> {
          IndexInfo info = snapshot.info();
          assertThat(info.build()).isEqualTo(build).startsWith("2026-03-01-");
          assertThat(info.commit()).isEqualTo(2);
          assertThat(info.committedAt()).isEqualTo(noon.instant());
          assertThat(info.spaces().getFirst()).isEqualTo(SPACE);
          assertThat(info.spaces().getFirst().model()).isEqualTo(SPACE.model());
        });
  }

  @ParameterizedTest
  @EnumSource
  void refreshGoesOnToTheNewestCommit(Check check) {
    index(directory, paper("a", "A"));
    try (PaperIndex index = Stores.at(directory).open(check)) {
      assertThat(index.refresh()).isFalse();
      index(directory, paper("b", "B"));
      index(directory, paper("c", "C"));
      assertThat(idsOf(index)).containsExactly("a");
      assertThat(index.refresh()).isTrue();
      assertThat(idsOf(index)).containsExactly("a", "b", "c");
      assertThat(index.refresh()).isFalse();
    }
  }

  @Test
  void aSnapshotStaysAsItWas() {
    index(directory, paper("a", "A"), paper("b", "B"));
    try (PaperIndex index = Stores.at(directory).open(Check.FILES);
        IndexSnapshot old = index.snapshot();
        PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
      for (int i = 0; i < 12; i++) {
        put(writer, paper("c" + i, "C " + i));
        writer.commit();
      }
      writer.delete(new PaperId("a"));
      writer.compact(0, null);
      assertThat(index.refresh()).isTrue();
      assertThat(allIds(old)).containsExactly("a", "b");
      assertThat(old.info().papers()).isEqualTo(2);
      assertThat(old.paper(Samples.find(old, "a")).title()).isEqualTo("A");
      assertThat(old.nearest(Samples.vectorOf("A"), 9, NearestOptions.DEFAULT)).hasSize(2);
      assertThat(idsOf(index)).hasSize(13).doesNotContain("a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refreshGoesOnToAnotherBuild(Check check, @TempDir Path other) throws IOException {
    index(directory, paper("a", "A"));
    index(other, paper("b", "B"));
    try (PaperIndex index = Stores.at(directory).open(check);
        IndexSnapshot old = index.snapshot()) {
      String build = new IndexHome(other).requireBuild();
      Files.move(new IndexHome(other).path(build), directory.resolve("builds").resolve(build));
      assertThat(index.refresh()).isFalse();
      new IndexHome(directory).switchTo(build);
      assertThat(index.refresh()).isTrue();
      assertThat(idsOf(index)).containsExactly("b");
      assertThat(allIds(old)).containsExactly("a");
      assertThat(index.refresh()).isFalse();
    }
  }

  @Test
  void aDamagedCommitIsRefusedAndTheOldOneGoesOnAnswering() throws IOException {
    index(directory, paper("a", "A"));
    try (PaperIndex index = Stores.at(directory).open(Check.FILES)) {
      List<Path> before = Damage.files(directory);
      index(directory, paper("b", "B"));
      List<Path> files = new ArrayList<>(Damage.files(directory));
      files.removeAll(before);
      Path data =
          files.stream().filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
      Damage.flip(data, Files.size(data) / 2);
      assertThatThrownBy(index::refresh)
          .isInstanceOf(IndexException.class)
          .hasMessageContaining(data.getFileName().toString());
      assertThat(idsOf(index)).containsExactly("a");
      Damage.flip(data, Files.size(data) / 2);
      assertThat(index.refresh()).isTrue();
      assertThat(idsOf(index)).containsExactly("a", "b");
    }
  }

  @Test
  void aSnapshotClosesOnce() {
    index(directory, paper("a", "A"));
    try (PaperIndex index = Stores.at(directory).open(Check.NOTHING)) {
      IndexSnapshot twice = index.snapshot();
      twice.close();
      twice.close();
      assertThat(idsOf(index)).containsExactly("a");
    }
  }

  @Test
  void aSnapshotOutlivesItsIndex() {
    index(directory, paper("a", "A"));
    PaperIndex index = Stores.at(directory).open(Check.NOTHING);
    try (IndexSnapshot snapshot = index.snapshot()) {
      index.close();
      index.close();
      assertThat(allIds(snapshot)).containsExactly("a");
      assertThatThrownBy(index::snapshot).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(index::refresh).isInstanceOf(IllegalStateException.class);
    }
  }

  /// Two threads read while a third writes, merges and refreshes: each snapshot has as many papers
  /// as its commit says, and all texts are found.
  @Test
  void readersAreNotDisturbedByAWriter() throws Exception {
    index(directory, paper("p", "P"));
    AtomicBoolean done = new AtomicBoolean();
    try (PaperIndex index = Stores.at(directory).open(Check.FILES);
        ExecutorService readers = Executors.newFixedThreadPool(2)) {
      Callable<Integer> reading = () -> readUntil(done, index);
      List<Future<Integer>> counts = List.of(readers.submit(reading), readers.submit(reading));
      try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
        for (int i = 0; i < 20; i++) {
          put(writer, paper("p" + i, "P " + i), paper("q" + i, "P " + i));
          writer.delete(new PaperId("q" + (i - 1)));
          writer.commit();
          assertThat(index.refresh()).isTrue();
        }
        writer.compact(0, null);
      } finally {
        done.set(true);
      }
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isPositive();
      }
      index.refresh();
      assertThat(idsOf(index)).hasSize(22);
      assertThat(commitOf(index)).isGreaterThan(20);
    }
  }

  private static int readUntil(AtomicBoolean done, PaperIndex index) {
    int reads = 0;
    while (!done.get()) {
      try (IndexSnapshot snapshot = index.snapshot()) {
        int papers = snapshot.info().papers();
        assertThat(allIds(snapshot)).hasSize(papers);
        assertThat(snapshot.nearest(Samples.vectorOf("P 0 "), 100, NearestOptions.DEFAULT))
            .hasSize(papers);
      }
      reads++;
    }
    return reads;
  }

  @Test
  void opensWhileAnotherProcessCommits() throws Exception {
    index(directory, paper("p", "P"));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService readers = Executors.newFixedThreadPool(1)) {
      Future<Integer> opened =
          readers.submit(
              () -> {
                int count = 0;
                while (!done.get()) {
                  try (PaperIndex index = Stores.at(directory).open(Check.FILES)) {
                    assertThat(idsOf(index)).contains("p");
                  }
                  count++;
                }
                return count;
              });
      try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
        for (int i = 0; i < 40; i++) {
          put(writer, paper("x", "X " + i));
          writer.commit();
        }
      } finally {
        done.set(true);
      }
      assertThat(opened.get()).isPositive();
    }
  }
}
