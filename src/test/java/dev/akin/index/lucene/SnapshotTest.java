package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.index.lucene.SnapshotFolder.Present;
import dev.akin.index.lucene.care.SnapshotManifest;
import dev.akin.index.lucene.care.SnapshotOptions;
import dev.akin.index.lucene.care.SnapshotOptions.Sharing;
import dev.akin.index.lucene.care.TakenSnapshot;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.VerifyOptions;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot is a whole commit, whatever a writer does meanwhile, and is restored unchanged.
@Tag("slow")
class SnapshotTest {
  private static final SnapshotOptions LINKED = new SnapshotOptions("1.2.3", Sharing.LINKED);
  private static final SnapshotOptions COPIED = new SnapshotOptions("1.2.3", Sharing.COPIED);

  private final Path folder;
  private final Path directory;
  private final Path target;

  SnapshotTest(@TempDir Path folder) {
    this.folder = folder;
    this.directory = folder.resolve("index");
    this.target = folder.resolve("snapshot");
  }

  @BeforeEach
  void index() {
    Samples.index(directory, paper("a", "A"), paper("b", "B"), paper("empty", ""));
    Samples.index(directory, paper("c", "C"), paper("again", "C"));
  }

  /// Papers with their vectors, by id.
  private static Map<String, String> content(Path directory) {
    Map<String, String> content = new TreeMap<>();
    Samples.look(
        directory,
        snapshot ->
            snapshot.scan(
                paper ->
                    content.put(
                        snapshot.id(paper).value(),
                        snapshot.paper(paper) + vectors(snapshot, paper))));
    return content;
  }

  private static String vectors(IndexSnapshot snapshot, int paper) {
    return snapshot.embeddings(paper).stream()
        .map(vector -> Arrays.toString(vector.toArray()))
        .collect(Collectors.joining());
  }

  private static void requireRefused(Runnable refused, Kind kind, String... says) {
    assertThatThrownBy(refused::run)
        .isInstanceOf(AkinException.class)
        .hasMessageContainingAll(says)
        .extracting(e -> ((AkinException) e).kind())
        .isEqualTo(kind);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String build(Path directory) {
    return new IndexHome(directory).requireBuild();
  }

  @Test
  void bringsNoPaperBackThatWasDeletedForGoodSince() {
    SnapshotFolder.take(directory, target, new SnapshotOptions("1.2.3", Sharing.COPIED));
    List<String> before = new ArrayList<>();
    Samples.look(directory, snapshot -> before.addAll(Samples.allIds(snapshot)));
    PaperId gone = new PaperId(before.getFirst());
    Samples.change(directory, writer -> writer.deletePermanently(gone));
    SnapshotFolder.restore(target, directory, Present.REPLACE);
    Samples.look(
        directory,
        restored -> {
          assertThat(Samples.allIds(restored))
              .containsExactlyElementsOf(before.subList(1, before.size()));
          assertThat(restored.deleted()).containsExactly(gone);
        });
  }

  @ParameterizedTest
  @EnumSource(Sharing.class)
  void comesBackAsItWas(Sharing sharing) throws IOException {
    TakenSnapshot taken =
        SnapshotFolder.take(directory, target, new SnapshotOptions("1.2.3", sharing));
    assertThat(taken.linked()).isEqualTo(sharing == Sharing.LINKED);
    assertThat(taken.manifest().build()).isEqualTo(build(directory));
    assertThat(taken.manifest().commit()).isEqualTo(3);
    assertThat(taken.manifest().papers()).isEqualTo(5);
    assertThat(names(target)).containsExactly("files", "manifest.json");
    assertThat(names(folder)).containsExactly("index", "snapshot");
    Path other = folder.resolve("other");
    IndexInfo restored = SnapshotFolder.restore(target, other, Present.REFUSE);
    assertThat(restored.commit()).isEqualTo(4);
    assertThat(restored.build()).isEqualTo(build(other)).isNotEqualTo(build(directory));
    assertThat(content(other)).isEqualTo(content(directory)).hasSize(5);
    VerifyOptions options = new VerifyOptions(5, spaces -> Optional.of(Samples::keyOf));
    assertThat(new LuceneStore(other).verify(options).isWhole()).isTrue();
    Samples.index(other, paper("d", "D"));
    assertThat(content(other)).hasSize(6);
  }

  @Test
  void sharesItsFilesOrNot() throws IOException {
    SnapshotFolder.take(directory, target, LINKED);
    SnapshotFolder.take(directory, folder.resolve("copy"), COPIED);
    for (Path file : Damage.files(directory)) {
      if (Files.exists(target.resolve("files").resolve(file.getFileName()))) {
        Object key = Files.getAttribute(file, "unix:ino");
        assertThat(Files.getAttribute(inFiles(target, file), "unix:ino")).isEqualTo(key);
        assertThat(Files.getAttribute(inFiles(folder.resolve("copy"), file), "unix:ino"))
            .isNotEqualTo(key);
      }
    }
    Path other = folder.resolve("other");
    SnapshotFolder.restore(target, other, Present.REFUSE);
    for (Path file : Damage.files(other)) {
      assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(1);
    }
  }

  private static Path inFiles(Path snapshot, Path file) {
    return snapshot.resolve("files").resolve(file.getFileName());
  }

  @ParameterizedTest
  @EnumSource(Sharing.class)
  void isWholeWhileAWriterCommits(Sharing sharing) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Map<Long, Integer> papersOfCommit = new TreeMap<>();
    Thread job =
        Thread.ofPlatform()
            .start(
                () ->
                    Samples.change(
                        directory,
                        writer -> {
                          for (int i = 0; !done.get(); i++) {
                            Samples.put(writer, Paper.of("n" + i, "New", "Abstract " + i));
                            long commit = writer.commit();
                            synchronized (papersOfCommit) {
                              papersOfCommit.put(commit, 6 + i);
                            }
                          }
                        }));
    List<SnapshotManifest> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Path each = folder.resolve("snapshot" + i);
        taken.add(
            SnapshotFolder.take(directory, each, new SnapshotOptions("1", sharing)).manifest());
      }
    } finally {
      done.set(true);
      job.join();
    }
    Map<String, String> all = content(directory);
    for (int i = 0; i < 20; i++) {
      Path restored = folder.resolve("restored" + i);
      SnapshotFolder.restore(folder.resolve("snapshot" + i), restored, Present.REFUSE);
      Map<String, String> content = content(restored);
      SnapshotManifest manifest = taken.get(i);
      assertThat(content).hasSize(manifest.papers());
      if (manifest.commit() > 3) {
        assertThat(papersOfCommit).containsEntry(manifest.commit(), manifest.papers());
      }
      assertThat(all).containsAllEntriesOf(content);
    }
    assertThat(taken.getLast().commit()).isGreaterThan(taken.getFirst().commit());
  }

  @Test
  void isNotTakenToWhereSomethingIs() throws IOException {
    Files.createDirectories(target);
    Path thesis = Files.writeString(target.resolve("thesis.txt"), "mine");
    requireRefused(() -> SnapshotFolder.take(directory, target, LINKED), Kind.EXISTS, "thesis.txt");
    requireRefused(() -> SnapshotFolder.take(directory, thesis, LINKED), Kind.EXISTS, "thesis.txt");
    assertThat(thesis).hasContent("mine");
    assertThat(names(folder)).containsExactly("index", "snapshot");
    Files.delete(thesis);
    SnapshotFolder.take(directory, target, LINKED);
    requireRefused(() -> SnapshotFolder.take(directory, target, LINKED), Kind.EXISTS, "files");
  }

  @Test
  void isNotTakenOfWhatIsNoIndex() throws IOException {
    requireRefused(
        () -> SnapshotFolder.take(folder.resolve("none"), target, LINKED), Kind.MISSING, "none");
    assertThat(names(folder)).containsExactly("index");
  }

  @ParameterizedTest
  @EnumSource(Sharing.class)
  void isNotTakenOfDamage(Sharing sharing) throws IOException {
    for (Path file : Damage.files(directory)) {
      Damage.flip(file, Files.size(file) / 2);
      requireRefused(
          () -> SnapshotFolder.take(directory, target, new SnapshotOptions("1", sharing)),
          Kind.IO,
          file.toString());
      Damage.flip(file, Files.size(file) / 2);
    }
    assertThat(names(folder)).containsExactly("index");
  }

  @Test
  void clearsWhatAKilledOneLeft() throws IOException {
    Path part = Files.createDirectories(folder.resolve(".snapshot.part/files"));
    Files.writeString(part.resolve("_0.cfs"), "half");
    SnapshotFolder.take(directory, target, COPIED);
    assertThat(names(folder)).containsExactly("index", "snapshot");
    assertThat(names(target)).containsExactly("files", "manifest.json");
  }

  @Test
  void isMadeByOneAtATime() throws IOException {
    Path part = Files.createDirectories(folder.resolve(".snapshot.part"));
    try (FileChannel channel =
            FileChannel.open(
                part.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      requireRefused(
          () -> SnapshotFolder.take(directory, target, LINKED), Kind.IN_USE, "snapshot", ".lock");
    }
    SnapshotFolder.take(directory, target, LINKED);
  }

  @Test
  void anIncompleteOneIsRefusedAndTheFileNamed() throws IOException {
    SnapshotFolder.take(directory, target, COPIED);
    Path other = folder.resolve("other");
    for (String name : names(target.resolve("files"))) {
      Path file = target.resolve("files").resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      requireRefused(
          () -> SnapshotFolder.restore(target, other, Present.REFUSE), Kind.IO, name, "missing");
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
      requireRefused(
          () -> SnapshotFolder.restore(target, other, Present.REFUSE), Kind.IO, name, "bytes");
      Files.write(file, bytes);
      Damage.flip(file, bytes.length / 2);
      requireRefused(
          () -> SnapshotFolder.restore(target, other, Present.REFUSE), Kind.IO, name, "SHA-256");
      requireRefused(
          () -> new LuceneStore(other).open(PaperIndex.Check.FILES), Kind.MISSING, "other");
      Files.write(file, bytes);
    }
    SnapshotFolder.restore(target, other, Present.REFUSE);
    assertThat(content(other)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"papers\" : 5=>\"papers\" : 6",
        "\"commit\" : 3=>\"commit\" : 4",
        "\"hashes\"=>\"hushes\"",
        "\"_0.=>\"../_0.",
        "{=>",
        "\"files\"=>\"fills\""
      })
  void aDamagedManifestIsRefused(String change) throws IOException {
    SnapshotFolder.take(directory, target, LINKED);
    Path manifest = target.resolve("manifest.json");
    String[] parts = change.split("=>", 2);
    String text = Files.readString(manifest);
    assertThat(text).contains(parts[0]);
    Files.writeString(manifest, text.replace(parts[0], parts[1]));
    requireRefused(
        () -> SnapshotFolder.restore(target, folder.resolve("other"), Present.REFUSE),
        Kind.IO,
        "manifest.json");
  }

  @Test
  void oneWithoutAManifestIsNoSnapshot() throws IOException {
    SnapshotFolder.take(directory, target, LINKED);
    Files.delete(target.resolve("manifest.json"));
    requireRefused(
        () -> SnapshotFolder.restore(target, folder.resolve("other"), Present.REFUSE),
        Kind.MISSING,
        "manifest.json",
        "akin snapshot");
    requireRefused(
        () -> SnapshotFolder.restore(folder.resolve("no"), directory, Present.REPLACE),
        Kind.MISSING,
        "no");
    assertThat(content(directory)).hasSize(5);
  }

  @Test
  void replacesAnIndexOnlyWhereItIsTold() throws IOException {
    SnapshotFolder.take(directory, target, LINKED);
    Samples.index(directory, paper("late", "Late"));
    Path old = Damage.build(directory);
    requireRefused(
        () -> SnapshotFolder.restore(target, directory, Present.REFUSE), Kind.EXISTS, "--force");
    assertThat(content(directory)).hasSize(6);
    SnapshotFolder.restore(target, directory, Present.REPLACE);
    assertThat(content(directory)).hasSize(5).doesNotContainKey("late");
    assertThat(old).doesNotExist();
    assertThat(names(directory.resolve("builds"))).containsExactly(build(directory), "create.lock");
  }

  @Test
  void doesNotReplaceWhatAJobWritesTo() {
    SnapshotFolder.take(directory, target, LINKED);
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(Samples.SPACE))) {
      requireRefused(
          () -> SnapshotFolder.restore(target, directory, Present.REPLACE),
          Kind.IN_USE,
          "write.lock");
      Samples.put(writer, paper("d", "D"));
      writer.commit();
    }
    assertThat(content(directory)).hasSize(6);
  }

  @Test
  void openServicesGoOnWithWhatWasPutBack() {
    SnapshotFolder.take(directory, target, LINKED);
    Samples.index(directory, paper("late", "Late"));
    try (PaperIndex open = new LuceneStore(directory).open(PaperIndex.Check.FILES);
        IndexSnapshot before = open.snapshot()) {
      SnapshotFolder.restore(target, directory, Present.REPLACE);
      assertThat(before.find("late")).isPresent();
      assertThat(Samples.allIds(before)).hasSize(6);
      assertThat(open.refresh()).isTrue();
      try (IndexSnapshot after = open.snapshot()) {
        assertThat(after.info().build()).isEqualTo(build(directory));
        assertThat(Samples.allIds(after)).hasSize(5);
      }
      assertThat(open.refresh()).isFalse();
      Samples.index(directory, paper("newer", "Newer"));
      assertThat(open.refresh()).isTrue();
    }
  }

  @Test
  void readersAlwaysFindABuild() throws Exception {
    SnapshotFolder.take(directory, target, LINKED);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> restoring =
          threads.submit(
              () -> {
                for (int i = 0; i < 15; i++) {
                  SnapshotFolder.restore(target, directory, Present.REPLACE);
                }
                done.set(true);
              });
      try (PaperIndex follower = new LuceneStore(directory).open(PaperIndex.Check.FILES)) {
        while (!done.get() && !restoring.isDone()) {
          follower.refresh();
          Samples.look(directory, snapshot -> assertThat(snapshot.info().papers()).isEqualTo(5));
        }
      }
      restoring.get();
    }
  }

  @Test
  void aFailedRestoreLeavesWhatWasThere() throws IOException {
    SnapshotFolder.take(directory, target, COPIED);
    Samples.index(directory, paper("late", "Late"));
    Path file = target.resolve("files").resolve(names(target.resolve("files")).getFirst());
    Damage.flip(file, 20);
    requireRefused(
        () -> SnapshotFolder.restore(target, directory, Present.REPLACE),
        Kind.IO,
        file.getFileName().toString());
    assertThat(content(directory)).hasSize(6);
    assertThat(names(directory.resolve("builds"))).containsExactly(build(directory), "create.lock");
    Samples.index(directory, paper("later", "Later"));
  }

  @Test
  void bringsBackADamagedIndex() throws IOException {
    SnapshotFolder.take(directory, target, COPIED);
    Map<String, String> before = content(directory);
    Files.writeString(directory.resolve("CURRENT"), "?");
    SnapshotFolder.restore(target, directory, Present.REPLACE);
    assertThat(content(directory)).isEqualTo(before);
    for (Path file : Damage.files(directory)) {
      Damage.flip(file, 30);
    }
    SnapshotFolder.restore(target, directory, Present.REPLACE);
    assertThat(content(directory)).isEqualTo(before);
  }

  @Test
  void aKilledRestoreDoesNotKeepAnybodyFromGoingOn() throws IOException {
    SnapshotFolder.take(directory, target, COPIED);
    Path other = folder.resolve("other");
    Path half = Files.createDirectories(other.resolve("builds/restoring"));
    Files.writeString(half.resolve("_0.cfs"), "half");
    SnapshotFolder.restore(target, other, Present.REFUSE);
    assertThat(content(other)).hasSize(5);
    assertThat(half).doesNotExist();
    Path third = folder.resolve("third");
    Files.createDirectories(third.resolve("builds/restoring"));
    Files.writeString(third.resolve("builds/restoring/_0.cfs"), "half");
    Samples.index(third, paper("a", "A"));
  }

  @Test
  void isNotPutAmongOtherFiles() throws IOException {
    SnapshotFolder.take(directory, target, LINKED);
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "mine");
    for (Present present : Present.values()) {
      requireRefused(
          () -> SnapshotFolder.restore(target, other, present), Kind.MISSING, "not empty");
    }
    assertThat(names(other)).containsExactly("thesis.txt");
  }
}
