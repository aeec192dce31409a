package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.Stores;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Papers that are deleted permanently.
@BothStores
class DeletionTest {
  private static final PaperId GONE = new PaperId("gone");

  /// A word that packing leaves as it is.
  private static final String TITLE = "Xq7zK9vW";

  private static final Paper SECRET = paper("gone", TITLE);

  private final Path directory;

  DeletionTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private PaperStatus status(Paper paper) {
    List<PaperStatus> statuses = new ArrayList<>();
    look(directory, snapshot -> statuses.add(snapshot.status(paper)));
    change(directory, writer -> statuses.add(writer.status(paper)));
    assertThat(statuses).as("as reader and writer see it").hasSize(2);
    assertThat(statuses.getFirst()).isEqualTo(statuses.getLast());
    return statuses.getFirst();
  }

  @Test
  void stayAwayUntilForgotten() {
    index(directory, SECRET, paper("kept", "Kept"));
    change(directory, writer -> assertThat(writer.deletePermanently(GONE)).isTrue());
    assertThat(status(SECRET)).isEqualTo(PaperStatus.DELETED);
    look(
        directory,
        snapshot -> {
          assertThat(Samples.allIds(snapshot)).containsExactly("kept");
          assertThat(snapshot.deleted()).containsExactly(GONE);
          assertThat(snapshot.info().holdings().deleted()).isEqualTo(1);
          assertThat(snapshot.info().papers()).isEqualTo(1);
        });
    change(
        directory,
        writer -> {
          assertThat(writer.forget(GONE)).isTrue();
          assertThat(writer.forget(GONE)).isFalse();
        });
    assertThat(status(SECRET)).isEqualTo(PaperStatus.NEW);
    index(directory, SECRET);
    assertThat(status(SECRET)).isEqualTo(PaperStatus.SAME);
  }

  @Test
  void areSeenByTheirWriterBeforeItCommits() {
    index(directory, SECRET);
    change(
        directory,
        writer -> {
          writer.deletePermanently(GONE);
          assertThat(writer.status(SECRET)).isEqualTo(PaperStatus.DELETED);
          writer.forget(GONE);
          assertThat(writer.status(SECRET)).isEqualTo(PaperStatus.NEW);
          Samples.put(writer, SECRET);
          writer.deletePermanently(GONE);
          assertThat(writer.status(SECRET)).isEqualTo(PaperStatus.DELETED);
        });
    assertThat(status(SECRET)).isEqualTo(PaperStatus.DELETED);
  }

  @Test
  void leaveTheDisk() throws IOException {
    assumeFalse(Stores.areInCluster(), "the files of a cluster are elsewhere");
    Paper[] papers = new Paper[300];
    for (int i = 0; i < papers.length; i++) {
      papers[i] = i == 150 ? SECRET : paper("p" + i, i == 299 ? "Kw8qZ5yX" : "Title " + i);
    }
    index(directory, papers);
    assertThat(filesWith(TITLE)).isNotEmpty();
    change(
        directory,
        writer -> {
          writer.deletePermanently(GONE);
          writer.purge();
        });
    assertThat(filesWith(TITLE)).isEmpty();
    assertThat(filesWith("Kw8qZ5yX")).isNotEmpty();
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> with = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (content.contains(text)) {
          with.add(file);
        }
      }
      return with;
    }
  }
}
