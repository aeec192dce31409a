package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every damage to a file is noticed.
@Tag("slow")
class DamageTest {
  private static final int FLIPS = 6;

  private final Path directory;
  private final Random random = Seed.random();

  DamageTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /// A merged segment with a file for each kind of data, and a small segment in a single file, with
  /// deletions.
  @BeforeEach
  void index() {
    Samples.change(
        directory,
        writer -> {
          for (int i = 0; i < 300; i++) {
            Samples.put(writer, full(i));
            if (i == 150) {
              writer.commit();
            }
          }
          writer.compact(0, null);
        });
    Samples.index(directory, full(1000), full(1001), full(1002));
    Samples.change(
        directory,
        writer -> {
          writer.delete(new PaperId("7"));
          writer.delete(new PaperId("1001"));
        });
  }

  private static Paper full(int i) {
    return new Paper(
        new PaperId(String.valueOf(i)),
        "Title " + i,
        "Abstract " + i,
        List.of("Ada Lovelace"),
        PublicationDate.ofYear(1000 + i),
        List.of("cs.CL"),
        null,
        "10.1/" + i);
  }

  private void requireRefused(Path file) {
    assertThatThrownBy(() -> new LuceneStore(directory).open(PaperIndex.Check.FILES).close())
        .isInstanceOf(IndexException.class)
        .hasMessageContaining(file.getFileName().toString())
        .extracting(e -> ((IndexException) e).kind())
        .isEqualTo(AkinException.Kind.IO);
    assertThatThrownBy(() -> new LuceneStore(directory).writer(List.of(Samples.SPACE)).close())
        .isInstanceOf(IndexException.class)
        .hasMessageContaining(file.getFileName().toString());
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    int flips = 0;
    TreeSet<String> kinds = new TreeSet<>();
    for (Path file : Damage.files(directory)) {
      kinds.add(file.getFileName().toString().replaceFirst("^[^.]*", ""));
      long size = Files.size(file);
      for (int i = 0; i < FLIPS; i++) {
        long at = i == 0 ? 0 : i == 1 ? size - 1 : random.nextLong(size);
        Damage.flip(file, at);
        requireRefused(file);
        Damage.flip(file, at);
        flips++;
      }
    }
    System.out.printf("%d flips, all found, in %s%n", flips, kinds);
    assertThat(kinds).contains(".vec", ".vex", ".fdt", ".dvd", ".doc", ".kdd", ".liv", ".cfs", "");
    new LuceneStore(directory).open(PaperIndex.Check.FILES).close();
  }

  private void everyFile(UnaryOperator<byte[]> damage) throws IOException {
    for (Path file : Damage.files(directory)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, damage.apply(bytes));
      requireRefused(file);
      Files.write(file, bytes);
    }
    new LuceneStore(directory).open(PaperIndex.Check.FILES).close();
  }

  @Test
  void everyTruncatedFileIsFound() throws IOException {
    everyFile(bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
  }

  /// Up to the end of the page, what was cut off reads as zeros.
  @Test
  void everyFileThatIsCutWhileItIsUsedIsFound() throws IOException {
    for (Path file : Damage.files(directory)) {
      byte[] bytes = Files.readAllBytes(file);
      for (int left : new int[] {random.nextInt(bytes.length), bytes.length - 4}) {
        requireCutFound(file, left);
        Files.write(file, bytes);
      }
    }
  }

  private void requireCutFound(Path file, int left) throws IOException {
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      assertThat(snapshot.undamaged(() -> "an answer")).isEqualTo("an answer");
      Damage.cut(file, left);
      assertThatThrownBy(() -> snapshot.undamaged(() -> "a wrong answer"))
          .isInstanceOf(IndexException.class)
          .hasMessageStartingWith(file + ": damaged");
      assertThatThrownBy(() -> snapshot.undamaged(DamageTest::failure))
          .isInstanceOf(IndexException.class);
    }
  }

  private static String failure() {
    throw new IndexOutOfBoundsException("of zeros");
  }

  @Test
  void everyEmptyFileIsFound() throws IOException {
    everyFile(bytes -> new byte[0]);
  }

  @Test
  void everyZeroedFileIsFound() throws IOException {
    everyFile(bytes -> new byte[bytes.length]);
  }

  @Test
  void everyLongerFileIsFound() throws IOException {
    everyFile(bytes -> Arrays.copyOf(bytes, bytes.length + 1));
  }

  @Test
  void everyMissingFileIsFound() throws IOException {
    for (Path file : Damage.files(directory)) {
      Path away = directory.resolve("away");
      Files.move(file, away);
      assertThatThrownBy(() -> new LuceneStore(directory).open(PaperIndex.Check.FILES).close())
          .isInstanceOf(IndexException.class)
          .hasMessageContaining(Damage.build(directory).toString())
          .extracting(e -> ((IndexException) e).kind())
          .isEqualTo(AkinException.Kind.IO);
      assertThatThrownBy(() -> new LuceneStore(directory).writer(List.of(Samples.SPACE)).close())
          .isInstanceOf(IndexException.class);
      Files.move(away, file);
    }
    new LuceneStore(directory).open(PaperIndex.Check.FILES).close();
  }

  /// The writer does not read all files of a large index when it opens. What it merges, it reads.
  @Test
  void aMergeDoesNotHideDamage() throws IOException {
    Path data =
        Damage.files(directory).stream()
            .filter(file -> file.toString().endsWith(".dvd"))
            .findFirst()
            .orElseThrow();
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(Samples.SPACE))) {
      for (int i = 0; i < 100; i++) {
        Samples.put(writer, full(3000 + i));
      }
      Damage.flip(data, Files.size(data) / 2);
      assertThatThrownBy(() -> writer.compact(0, null))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("checksum failed");
    }
  }

  /// Lucene would take some of these files for a commit, and delete others.
  @Test
  void foreignFilesAreIgnoredAndKept() throws IOException {
    Path build = Damage.build(directory);
    List<Path> foreign = new ArrayList<>();
    for (String name : List.of(".nfs0001", "notes.txt~", "_0.vec~", "segments~", "segments_2~")) {
      foreign.add(Files.writeString(build.resolve(name), "x"));
    }
    Files.writeString(directory.resolve(".CURRENT.swp"), "x");
    new LuceneStore(directory).open(PaperIndex.Check.FILES).close();
    Samples.index(directory, full(2000));
    Samples.change(directory, writer -> writer.compact(0, null));
    assertThat(foreign).allMatch(Files::exists);
  }
}
