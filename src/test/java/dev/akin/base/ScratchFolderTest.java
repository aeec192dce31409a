package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
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
    Path left = old(place.resolve("a-1"), true);
    try (ScratchFolder scratch = ScratchFolder.in(place, "a-")) {
      assertThat(place).isDirectoryNotContaining(left::equals);
      assertThat(scratch.path()).isDirectory();
    }
  }

  @Test
  void leavesAloneWhatIsUsedOrJustMadeOrHasNoLockOrAnotherName() throws IOException {
    Path other = old(place.resolve("b-1"), true);
    Path withoutLock = old(place.resolve("a-0"), false);
    Path justMade = Files.createDirectory(place.resolve("a-1"));
    Files.createFile(justMade.resolve(".lock"));
    try (ScratchFolder used = ScratchFolder.in(place, "a-")) {
      Files.setLastModifiedTime(used.path(), LONG_AGO);
      ScratchFolder.in(place, "a-").close();
      assertThat(used.path()).isDirectory();
    }
    assertThat(List.of(other, withoutLock, justMade)).allMatch(Files::isDirectory);
  }

  private static Path old(Path folder, boolean hasLock) throws IOException {
    Files.createDirectory(folder);
    if (hasLock) {
      Files.createFile(folder.resolve(".lock"));
    }
    return Files.setLastModifiedTime(folder, LONG_AGO);
  }
}
