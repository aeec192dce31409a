package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.Rebuild;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replacing the current build by one with another model.
class RebuildTest {
  private static final Space OTHER = Space.of("other", 4, Map.of("weights", "others"));

  private final Path directory;

  RebuildTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void fill() {
    index(directory, paper("a", "Trees"), paper("b", "Rivers"));
    change(
        directory,
        writer -> {
          writer.deletePermanently(new PaperId("gone"));
          writer.note("harvest", "2026-11-21");
        });
  }

  private Rebuild open() {
    return Stores.at(directory).rebuild(List.of(OTHER));
  }

  /// Copies a paper of the old build into the new one.
  private static void put(Rebuild build, String id) {
    var paper = build.old().paper(build.old().find(id).orElseThrow());
    TextKey key = TextKey.of(Samples.textOf(paper));
    build.writer().addText(key, TextVectors.of(Samples.random(OTHER, Seed.fixed(1))));
    build.writer().upsert(paper, key);
    build.writer().commit();
  }

  private List<Path> builds() throws IOException {
    try (Stream<Path> builds = Files.list(directory.resolve("builds"))) {
      return builds.filter(Files::isDirectory).toList();
    }
  }

  @Test
  void takesThePlaceOfTheOldOneWhichAnswersUntilThen() throws IOException {
    try (PaperIndex service = Stores.at(directory).open(PaperIndex.Check.FILES);
        Rebuild build = open()) {
      put(build, "a");
      assertThat(service.refresh()).isFalse();
      look(directory, old -> assertThat(Samples.allIds(old)).containsExactly("a", "b"));
      build.answer();
      assertThat(service.refresh()).isTrue();
      try (IndexSnapshot now = service.snapshot()) {
        assertThat(now.info().spaces()).containsExactly(OTHER);
        assertThat(Samples.allIds(now)).containsExactly("a");
      }
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void theNextWriterDeletesWhatAKillLeftOfTheOldOne() throws IOException {
    Path old = builds().getFirst();
    Path copy = old.resolveSibling("2026-01-01-00000000");
    try (Rebuild build = open()) {
      put(build, "a");
      build.answer();
    }
    // As after a kill that came while the old build was deleted.
    Files.createDirectory(copy);
    Files.writeString(copy.resolve("_0.cfs"), "papers");
    Files.createFile(copy.resolve(".replaced"));
    Path unfinished = Files.createDirectory(old.resolveSibling("2026-01-02-00000000"));
    new LuceneStore(directory).writer().close();
    assertThat(copy).doesNotExist();
    assertThat(unfinished).exists();
    assertThat(builds()).hasSize(2);
  }

  @Test
  void theOldOneIsMarkedBeforeItIsReplaced() throws IOException {
    Path old = builds().getFirst();
    new IndexHome(directory).switchTo(old.getFileName().toString());
    assertThat(old.resolve(".replaced")).exists();
    look(directory, now -> assertThat(Samples.allIds(now)).containsExactly("a", "b"));
  }

  @Test
  void takesOverTombstonesAndNotes() {
    try (Rebuild build = open()) {
      build.answer();
    }
    look(directory, now -> assertThat(now.deleted()).containsExactly(new PaperId("gone")));
    try (PaperIndexWriter writer = Stores.at(directory).writer()) {
      assertThat(writer.noteNames()).containsExactly("harvest");
      assertThat(writer.note("harvest")).isEqualTo("2026-11-21");
    }
  }

  @Test
  void goesOnWhereItWasLeft() throws IOException {
    String begun;
    try (Rebuild build = open()) {
      put(build, "a");
      begun = build.writer().build();
    }
    change(
        directory,
        writer -> {
          writer.forget(new PaperId("gone"));
          writer.deletePermanently(new PaperId("b"));
        });
    try (Rebuild build = open()) {
      assertThat(build.writer().build()).isEqualTo(begun);
      assertThat(build.writer().status(paper("a", "Trees"))).isEqualTo(PaperStatus.SAME);
      assertThat(build.writer().status(paper("gone", "x"))).isEqualTo(PaperStatus.NEW);
      assertThat(build.writer().status(paper("b", "Rivers"))).isEqualTo(PaperStatus.DELETED);
    }
    assertThat(builds()).hasSize(2);
  }

  @Test
  void leavesTheOldOneAsItWasWhenItIsNotFinished() {
    look(directory, old -> assertThat(old.info().commit()).isEqualTo(3));
    try (Rebuild build = open()) {
      put(build, "a");
    }
    look(
        directory,
        old -> {
          assertThat(old.info().commit()).isEqualTo(3);
          assertThat(old.info().spaces()).containsExactly(SPACE);
          assertThat(Samples.allIds(old)).containsExactly("a", "b");
        });
  }

  @Test
  void keepsOthersFromWritingMeanwhileAndNamesWhoItIs() {
    try (Rebuild build = open()) {
      assertThat(build.old().info().papers()).isEqualTo(2);
      assertThatThrownBy(() -> Stores.at(directory).writer(List.of(SPACE)))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("write.lock");
      assertThatThrownBy(this::open).isInstanceOf(IndexException.class);
    }
    change(directory, writer -> assertThat(writer.delete(new PaperId("a"))).isTrue());
  }

  @Test
  void isAbandonedWhenNobodyFinishesIt() throws IOException {
    try (Rebuild build = open()) {
      put(build, "a");
    }
    change(directory, writer -> Stores.at(directory).abandonRebuilds());
    assertThat(builds()).hasSize(1);
    look(directory, old -> assertThat(Samples.allIds(old)).containsExactly("a", "b"));
  }
}
