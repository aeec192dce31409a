package dev.akin.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Temporary;
import dev.akin.base.AkinException;
import dev.akin.digest.list.Digest;
import dev.akin.digest.mail.UncertainException;
import dev.akin.digest.state.DigestState;
import dev.akin.digest.state.GivenDigest;
import dev.akin.digest.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Digests of an index that always has the same papers: only the first run that succeeds gives
/// them.
class DigestRunTest {
  private static final String[] TITLES = {"One", "Two"};

  @TempDir Path folder;
  private Path path;
  private final List<GivenDigest> delivered = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Destination works = digest -> () -> delivered.add(digest);

  @BeforeEach
  void name() {
    path = folder.resolve("state.json");
  }

  private static Destination failing(RuntimeException failure) {
    return digest ->
        () -> {
          throw failure;
        };
  }

  private static AkinException refused() {
    return new AkinException(AkinException.Kind.UNAVAILABLE, "the server says no");
  }

  private DigestRun run(StateFile file, Destination... destinations) {
    return new DigestRun(
        file,
        List.of(destinations),
        new DigestRun.Reader(
            DigestSamples.LOOK, () -> "id" + delivered.size() + "@example.org", notes::add),
        Clock.fixed(DigestSamples.TIME, ZoneOffset.UTC));
  }

  private Digest give(Destination... destinations) {
    try (StateFile file = StateFile.open(path)) {
      return run(file, destinations).give(DigestRunTest::find);
    }
  }

  private static Digest find(DigestState given) {
    List<String> known = DigestSamples.digest(TITLES).ids();
    return given.papers().containsAll(known)
        ? DigestSamples.digest()
        : DigestSamples.digest(TITLES);
  }

  private int resend(Destination... destinations) {
    try (StateFile file = StateFile.open(path)) {
      return run(file, destinations).resend();
    }
  }

  @Test
  void givesEachPaperOnce() {
    assertThat(give(works).papers()).hasSize(2);
    assertThat(give(works).isEmpty()).isTrue();
    assertThat(delivered).hasSize(1);
    assertThat(notes).isEmpty();
    assertThat(resend(works)).isZero();
  }

  @Test
  void preparesNothingIfNothingIsNew() {
    give(works);
    give(
        digest -> {
          throw new AssertionError("there is nothing to prepare");
        });
  }

  @Test
  void givesTheNextTimeWhatWasRefused() {
    assertThatThrownBy(() -> give(failing(refused()), works)).hasMessage("the server says no");
    assertThat(delivered).isEmpty();
    assertThat(give(works).papers()).hasSize(2);
    assertThat(notes).isEmpty();
  }

  @Test
  void doesNotGiveByItselfWhatMayHaveArrived() {
    RuntimeException cut = new UncertainException("the connection ended", new IOException("cut"));
    assertThatThrownBy(() -> give(failing(cut)))
        .isInstanceOf(AkinException.class)
        .hasMessageContaining("Nobody knows whether the digest has arrived")
        .hasMessageContaining("--resend");
    assertThat(give(works).isEmpty()).isTrue();
    assertThat(delivered).isEmpty();
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("the digest of 2026-05-26 (2 papers) may not have arrived", "--resend");
  }

  /// As if the process was killed while the digest was delivered.
  @Test
  void givesTheSameMessageAgainWhenAsked() {
    List<GivenDigest> seen = new ArrayList<>();
    Destination killed =
        digest ->
            () -> {
              seen.add(digest);
              throw new StackOverflowError("killed");
            };
    assertThatThrownBy(() -> give(killed)).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(() -> resend(failing(refused()))).hasMessage("the server says no");
    assertThat(resend(works)).isEqualTo(1);
    assertThat(delivered).isEqualTo(seen);
    assertThat(resend(works)).isZero();
    assertThat(give(works).isEmpty()).isTrue();
    assertThat(notes).isEmpty();
  }

  @Test
  void hasArrivedIfItArrivedSomewhere() {
    assertThatThrownBy(() -> give(works, failing(refused())))
        .hasMessage("the server says no. The digest has arrived elsewhere, and is not given again");
    assertThat(give(works).isEmpty()).isTrue();
    assertThat(delivered).hasSize(1);
    assertThat(resend(works)).isZero();
  }

  @Test
  void deliversNothingIfTheStateCannotBeWritten() throws IOException {
    for (String part : List.of("now", "arrived")) {
      Path obstacle = folder.resolve(".state.json." + part + ".part");
      Files.createDirectories(obstacle.resolve("full"));
      assertThatThrownBy(() -> give(works))
          .isInstanceOf(AkinException.class)
          .hasMessageContaining("nothing of it was kept");
      assertThat(delivered).isEmpty();
      Temporary.delete(obstacle);
    }
    assertThat(give(works).papers()).hasSize(2);
  }

  @Test
  void deliversNothingIfAFileCannotBeWritten() throws IOException {
    Path obstacle = folder.resolve(".digest.html.part");
    Files.createDirectories(obstacle.resolve("full"));
    Destination file = new FileDestination(folder.resolve("digest.html").toString(), null);
    assertThatThrownBy(() -> give(works, file)).hasMessageContaining("digest.html");
    assertThat(delivered).isEmpty();
    Temporary.delete(obstacle);
    give(works, file);
    assertThat(delivered).hasSize(1);
    assertThat(folder.resolve("digest.html")).content().contains("<!DOCTYPE html>", "One", "Two");
  }

  @Test
  void leavesNothingButFilesAndStateAndLock() throws IOException {
    give(works, new FileDestination(folder.resolve("{date}.md").toString(), null));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("2026-05-26.md", "state.json", ".state.json.lock");
    }
  }

  @Test
  void catchesUpWithAllThatIsNewNow() {
    List<Digest> left =
        new ArrayList<>(List.of(DigestSamples.digest("Three"), DigestSamples.digest(TITLES)));
    try (StateFile file = StateFile.open(path)) {
      DigestRun run = run(file, works);
      int papers =
          run.catchUp(given -> left.isEmpty() ? DigestSamples.digest() : left.removeFirst());
      assertThat(papers).isEqualTo(3);
    }
    assertThat(delivered).isEmpty();
    assertThat(give(works).isEmpty()).isTrue();
    try (StateFile file = StateFile.open(path)) {
      assertThat(file.state().papers()).containsAll(DigestSamples.digest("Three").ids());
    }
  }

  @Test
  void replacesNoFileOfTheSameDay() {
    Destination file = new FileDestination(folder.resolve("new {date}.txt").toString(), null);
    give(file);
    try (StateFile other = StateFile.open(folder.resolve("other.json"))) {
      run(other, file).give(given -> DigestSamples.digest("Three"));
    }
    assertThat(folder.resolve("new 2026-05-26.txt")).content().contains("One");
    assertThat(folder.resolve("new 2026-05-26-2.txt")).content().contains("Three");
  }

  @Test
  void remembersNothingOfAPreview() {
    try (StateFile file = StateFile.open(path)) {
      assertThat(run(file, works).preview(DigestRunTest::find).papers()).hasSize(2);
    }
    assertThat(path).doesNotExist();
    assertThat(give(works).papers()).hasSize(2);
  }
}
