package dev.akin.digest.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.digest.DigestSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R43: the file that remembers digests, whole, damaged, in use.
class StateFileTest {
  private static final GivenDigest ONE = DigestSamples.given("one@example.org", "One", "“Zwei” ≠");
  private static final GivenDigest TWO = DigestSamples.given("two@example.org", "Two");

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("state.json");
  }

  private void write(DigestState state) {
    try (StateFile file = StateFile.open(path)) {
      file.put(state);
    }
  }

  private DigestState read() {
    try (StateFile file = StateFile.open(path)) {
      return file.state();
    }
  }

  @Test
  void readsWhatWasWritten() {
    assertThat(read()).isEqualTo(DigestState.NONE);
    DigestState state = DigestState.NONE.giving(ONE).arrived(ONE).giving(TWO);
    write(state);
    assertThat(read()).isEqualTo(state);
    assertThat(read().unconfirmed()).containsExactly(TWO);
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    write(DigestState.NONE.giving(ONE));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void sayThatAnyDamageIsDamage() throws IOException {
    write(DigestState.NONE.giving(ONE));
    byte[] whole = Files.readAllBytes(path);
    Random random = Seed.random();
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      if (i % 2 == 0) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length - 2));
      }
      Files.write(path, damaged);
      try {
        // A change of white space between values changes nothing.
        assertThat(read()).isEqualTo(DigestState.NONE.giving(ONE));
      } catch (AkinException e) {
        assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED);
        assertThat(e).hasMessageStartingWith(path + ": ").hasMessageContaining("othing was sent");
      }
    }
  }

  @Test
  void leavesDamagedFilesAsTheyAre() throws IOException {
    Files.writeString(path, "{}");
    assertThatThrownBy(this::read)
        .isInstanceOf(AkinException.class)
        .hasMessageContaining("the state of the digest is damaged")
        .hasMessageContaining("delete it to start again");
    assertThat(path).hasContent("{}");
  }

  @Test
  void refusesTheFileOfANewerAkin() throws IOException {
    write(DigestState.NONE);
    String newer = Files.readString(path).replace("\"version\" : 1", "\"version\" : 2");
    Files.writeString(path, newer);
    assertThatThrownBy(this::read).hasMessageContaining("written by a newer akin (version 2");
  }

  @Test
  void isHeldByOneAtATime() {
    try (StateFile held = StateFile.open(path)) {
      assertThatThrownBy(this::read)
          .isInstanceOfSatisfying(
              AkinException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.IN_USE))
          .hasMessageContaining("another akin digest is using this file");
      assertThat(held.state()).isEqualTo(DigestState.NONE);
    }
    assertThat(read()).isEqualTo(DigestState.NONE);
  }

  @Test
  void keepsTheStateIfTheNextCannotBeWritten() throws IOException {
    write(DigestState.NONE.giving(ONE));
    // Something stands where the next state would be written.
    Files.createDirectories(folder.resolve(".state.json.now.part/full"));
    assertThatThrownBy(() -> write(DigestState.NONE.giving(TWO)))
        .isInstanceOf(AkinException.class)
        .hasMessageContaining("nothing of it was kept");
    assertThat(read()).isEqualTo(DigestState.NONE.giving(ONE));
  }

  @Test
  void forgetsUnconfirmedDigestsAfterAWeekAndNeverTheirPapers() {
    DigestState state = DigestState.NONE.giving(ONE);
    assertThat(state.waiting(DigestSamples.DAY.plusDays(7))).containsExactly(ONE);
    assertThat(state.waiting(DigestSamples.DAY.plusDays(8))).isEmpty();
    GivenDigest later =
        new GivenDigest(
            "later@example.org",
            DigestSamples.TIME,
            DigestSamples.DAY.plusDays(8),
            null,
            TWO.papers(),
            TWO.pages());
    assertThat(state.giving(later).unconfirmed()).containsExactly(later);
    assertThat(state.giving(later).papers()).containsAll(ONE.papers()).containsAll(TWO.papers());
  }

  @Test
  void followsALinkToTheFile() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far")).resolve("real.json");
    write(DigestState.NONE.giving(ONE));
    Files.move(path, far);
    Files.createSymbolicLink(path, far);
    write(DigestState.NONE.giving(TWO));
    assertThat(path).isSymbolicLink();
    assertThat(Files.readString(far, StandardCharsets.UTF_8)).contains("two@example.org");
  }
}
