package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException.Kind;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opening an index, and the messages if it cannot be opened.
class OpeningTest {
  private final Path directory;

  OpeningTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private interface Opening {
    void open();
  }

  private static void requireRefused(Opening opening, Kind kind, String... says) {
    assertThatThrownBy(opening::open)
        .isInstanceOf(IndexException.class)
        .hasMessageContainingAll(says)
        .extracting(e -> ((IndexException) e).kind())
        .isEqualTo(kind);
  }

  private static void read(Path directory) {
    new LuceneStore(directory).open(PaperIndex.Check.FILES).close();
  }

  private static void write(Path directory) {
    new LuceneStore(directory).writer(List.of(SPACE)).close();
  }

  /// Every file below `directory` with its bytes, except locks.
  private static Map<String, String> content(Path directory) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".lock")) {
          byte[] bytes = Files.readAllBytes(file);
          content.put(
              directory.relativize(file).toString(),
              new String(bytes, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return content;
  }

  @Test
  void readingRefusesWhatIsNoIndex() throws IOException {
    requireRefused(() -> read(directory.resolve("none")), Kind.MISSING, "none", "akin index");
    requireRefused(() -> read(directory), Kind.MISSING, directory.toString(), "CURRENT");
    Path file = Files.writeString(directory.resolve("file"), "x");
    requireRefused(() -> read(file), Kind.MISSING, file.toString());
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thesis.tex", "builds/main.o", "builds/debug/_0.o", ".hidden"})
  void writingLeavesForeignDirectoriesUntouched(String file) throws IOException {
    Path foreign = directory.resolve(file);
    Files.createDirectories(Objects.requireNonNull(foreign.getParent()));
    Files.writeString(foreign, "x");
    requireRefused(() -> write(directory), Kind.MISSING, directory.toString(), "not empty");
    try (Stream<Path> all = Files.walk(directory)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(foreign);
    }
  }

  @Test
  void writingRefusesAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    requireRefused(() -> write(file), Kind.MISSING, file.toString());
  }

  @Test
  void writingMakesDirectoriesThatAreNotThere() {
    Path deep = directory.resolve("a/b/c");
    index(deep, paper("a", "A"));
    read(deep);
  }

  @Test
  void aSecondWriterIsRefusedAndTheFirstGoesOn() {
    try (PaperIndexWriter first = new LuceneStore(directory).writer(List.of(SPACE))) {
      requireRefused(() -> write(directory), Kind.IN_USE, directory.toString(), "write.lock");
      if (Files.isReadable(Path.of("/proc/locks"))) {
        String holder = "process " + ProcessHandle.current().pid() + " holds";
        requireRefused(() -> write(directory), Kind.IN_USE, holder);
      }
      Samples.put(first, paper("a", "A"));
      first.commit();
    }
    index(directory, paper("b", "B"));
    Samples.look(
        directory, snapshot -> assertThat(Samples.allIds(snapshot)).containsExactly("a", "b"));
  }

  @Test
  void aLockLeftBehindDoesNotMatter() throws IOException {
    index(directory, paper("a", "A"));
    Files.writeString(Damage.build(directory).resolve("write.lock"), "");
    index(directory, paper("b", "B"));
  }

  /// The writer stops, and everything committed is whole.
  @Test
  void aLockTakenAwayStopsTheWriter() throws IOException {
    index(directory, paper("a", "A"));
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(SPACE))) {
      Samples.put(writer, paper("b", "B"));
      Files.delete(Damage.build(directory).resolve("write.lock"));
      requireRefused(writer::commit, Kind.IO, "write.lock");
    } catch (IndexException closing) {
      assertThat(closing.kind()).isEqualTo(Kind.IO);
    }
    index(directory, paper("c", "C"));
    Samples.look(
        directory, snapshot -> assertThat(Samples.allIds(snapshot)).containsExactly("a", "c"));
  }

  @Test
  void anotherModelIsRefusedAndTheIndexUntouched() throws IOException {
    index(directory, paper("a", "A"));
    Map<String, String> before = content(directory);
    Space other = Space.of("other", 8, Map.of("weights", "none", "pooling", "cls"));
    requireRefused(
        () -> new LuceneStore(directory).writer(List.of(other)),
        Kind.CONFIGURATION,
        directory.toString(),
        "pooling none, not cls",
        SPACE.identity(),
        other.identity());
    assertThat(content(directory)).isEqualTo(before);
    index(directory, paper("b", "B"));
  }

  @Test
  void saysItsSpacesWithoutBeingOpened() throws IOException {
    assertThat(new LuceneStore(directory.resolve("none")).spaces()).isEmpty();
    assertThat(new LuceneStore(directory).spaces()).isEmpty();
    index(directory, paper("a", "A"));
    assertThat(new LuceneStore(directory).spaces()).containsExactly(SPACE);
    Files.writeString(directory.resolve("CURRENT"), "x");
    requireRefused(() -> new LuceneStore(directory).spaces(), Kind.IO, "CURRENT");
  }

  @Test
  void saysNoSpacesOfADamagedIndex() throws IOException {
    index(directory, paper("a", "A"));
    for (Path file : Damage.files(directory)) {
      if (file.getFileName().toString().startsWith("segments")) {
        Damage.flip(file, Files.size(file) / 2);
      }
    }
    requireRefused(() -> new LuceneStore(directory).spaces(), Kind.IO, "segments");
  }

  @Test
  void writesToAnExistingIndexWhateverItsModels() throws IOException {
    requireRefused(() -> new LuceneStore(directory).writer(), Kind.MISSING, "CURRENT");
    assertThat(content(directory)).isEmpty();
    index(directory, paper("a", "A"));
    try (PaperIndexWriter writer = new LuceneStore(directory).writer()) {
      assertThat(writer.deletePermanently(new PaperId("a"))).isTrue();
      writer.commit();
    }
    assertThat(new LuceneStore(directory).spaces()).containsExactly(SPACE);
    Samples.look(directory, snapshot -> assertThat(Samples.allIds(snapshot)).isEmpty());
  }

  @Test
  void theNameOfAModelDoesNotMatter() {
    index(directory, paper("a", "A"));
    Space renamed = Space.of("renamed", 8, SPACE.parts());
    new LuceneStore(directory).writer(List.of(renamed)).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "../../elsewhere", "2026-01-01-00000000", "2026-01-01-0000000\u0000"})
  void aDamagedPointerIsRefused(String current) throws IOException {
    index(directory, paper("a", "A"));
    Files.writeString(directory.resolve("CURRENT"), current);
    requireRefused(() -> read(directory), Kind.IO, "CURRENT");
    requireRefused(() -> write(directory), Kind.IO, "CURRENT");
  }

  @Test
  void aMissingPointerIsRefusedAndSaysHowToMendIt() throws IOException {
    index(directory, paper("a", "A"));
    String build = new IndexHome(directory).requireBuild();
    Map<String, String> before = content(directory);
    Files.delete(directory.resolve("CURRENT"));
    requireRefused(() -> read(directory), Kind.MISSING, "CURRENT");
    requireRefused(() -> write(directory), Kind.IO, "CURRENT", build);
    Files.writeString(directory.resolve("CURRENT"), build + "\n");
    assertThat(content(directory)).isEqualTo(before);
    index(directory, paper("b", "B"));
  }

  @Test
  void aBuildWithoutFilesIsRefused() throws IOException {
    index(directory, paper("a", "A"));
    for (Path file : Damage.files(directory)) {
      Files.delete(file);
    }
    requireRefused(() -> read(directory), Kind.IO, Damage.build(directory).toString());
    requireRefused(() -> write(directory), Kind.IO, Damage.build(directory).toString());
    assertThat(Damage.files(directory)).isEmpty();
  }

  /// After a crash at any moment of creating an index, the same command can create it.
  @ParameterizedTest
  @ValueSource(strings = {"builds", "build", "commit", "pointer"})
  void anIndexHalfMadeIsMadeAgain(String crashedAfter, @TempDir Path other) throws IOException {
    Path build = Files.createDirectories(directory.resolve("builds"));
    if (!crashedAfter.equals("builds")) {
      build = Files.createDirectory(build.resolve("2026-01-01-01234567"));
    }
    if (crashedAfter.equals("commit") || crashedAfter.equals("pointer")) {
      write(other);
      for (Path file : Damage.files(other)) {
        Files.copy(file, build.resolve(file.getFileName().toString()));
      }
    }
    if (crashedAfter.equals("pointer")) {
      Files.writeString(directory.resolve("CURRENT.next"), "2026-");
    }
    requireRefused(() -> read(directory), Kind.MISSING, directory.toString());
    index(directory, paper("a", "A"));
    read(directory);
    assertThat(new IndexHome(directory).builds()).containsExactly(Damage.build(directory));
  }

  /// Two writers at once create one index: the later one is refused, or continues with the index of
  /// the earlier one.
  @Test
  void twoAtOnceMakeOneIndex() throws Exception {
    for (int round = 0; round < 10; round++) {
      Path raced = directory.resolve("round" + round);
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<String>> made = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (String id : List.of("a", "b")) {
          Callable<String> making =
              () -> {
                start.await();
                try {
                  index(raced, paper(id, id));
                  return id;
                } catch (IndexException e) {
                  assertThat(e.kind()).isEqualTo(Kind.IN_USE);
                  return "";
                }
              };
          made.add(threads.submit(making));
        }
      }
      List<String> acknowledged = new ArrayList<>();
      for (Future<String> id : made) {
        if (!id.get().isEmpty()) {
          acknowledged.add(id.get());
        }
      }
      Samples.look(
          raced,
          snapshot -> assertThat(Samples.allIds(snapshot)).containsExactlyElementsOf(acknowledged));
      assertThat(acknowledged).isNotEmpty();
    }
  }
}
