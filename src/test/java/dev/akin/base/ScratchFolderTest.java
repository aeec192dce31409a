package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir private Path place;

  @Test
  void isDeletedWithItsContents() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.in(place, "a-")) {
      Files.createFile(scratch.path().resolve("file"));
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void deletesWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createDirectory(place.resolve("a-1"));
    Files.createFile(left.resolve("file"));
    Files.setLastModifiedTime(left, LONG_AGO);
    try (ScratchFolder scratch = ScratchFolder.in(place, "a-")) {
      assertThat(place).isDirectoryNotContaining(left::equals);
      assertThat(scratch.path()).isDirectory();
    }
  }

  @Test
  void leavesAloneWhatIsUsedOrJustMadeOrHasAnotherName() throws IOException {
    Path other = Files.createDirectory(place.resolve("b-1"));
    Files.setLastModifiedTime(other, LONG_AGO);
    Path justMade = Files.createDirectory(place.resolve("a-1"));
    try (ScratchFolder used = ScratchFolder.in(place, "a-")) {
      Files.setLastModifiedTime(used.path(), LONG_AGO);
      ScratchFolder.in(place, "a-").close();
      assertThat(used.path()).isDirectory();
    }
    assertThat(other).isDirectory();
    assertThat(justMade).isDirectory();
  }
}
