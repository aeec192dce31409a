package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {
  private static final Predicate<Path> PAGES = path -> path.startsWith("pages");

  @TempDir Path folder;

  private void make(Path place, Predicate<Path> replaceable) throws IOException {
    try (NewFolder made = NewFolder.at(place, replaceable)) {
      Files.writeString(made.path().resolve("new"), "new");
      made.put();
    }
  }

  @Test
  void replacesWhatIsReplaceableInFoldersToo() throws IOException {
    Path place = folder.resolve("place");
    Files.createDirectories(place.resolve("pages/deep"));
    Files.writeString(place.resolve("pages/deep/old"), "old");

    make(place, PAGES);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder, place, place.resolve("new"));
    }
  }

  @Test
  void leavesWhatOthersPutIntoAFolderWithin() throws IOException {
    Path place = folder.resolve("place");
    Path mine = Files.createDirectories(place.resolve("pages")).resolve("mine");
    Files.writeString(mine, "mine");

    assertThatThrownBy(() -> make(place, PAGES.and(path -> !path.endsWith("mine"))))
        .isInstanceOf(AkinException.class)
        .hasMessageStartingWith(mine + ": exists already; choose another folder");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void fillsTheFolderThatALinkLeadsTo() throws IOException {
    Path far = Files.createDirectories(folder.resolve("far/away"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), far);

    make(link, PAGES);

    assertThat(link).isSymbolicLink();
    assertThat(far.resolve("new")).hasContent("new");
  }
}
