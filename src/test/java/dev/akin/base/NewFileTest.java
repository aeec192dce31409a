package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
  @TempDir Path folder;

  private NewFile write(Path place, String text) {
    return NewFile.at(
        place, "new", NewFile.Visibility.BY_DEFAULT, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isAtItsPlaceWholeOrNotAtAll() throws IOException {
    Path place = Files.writeString(folder.resolve("file"), "old");
    try (NewFile file = write(place, "new")) {
      assertThat(place).hasContent("old");
      file.put();
    }
    assertThat(place).hasContent("new");
    try (NewFile file = write(place, "given up")) {
      assertThat(file).isNotNull();
    }
    assertThat(place).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void takesThePlaceOfNothingButAFile() {
    assertThatThrownBy(() -> write(folder, "new"))
        .isInstanceOf(AkinException.class)
        .hasMessage(folder + ": is not a file, so nothing is written there");
  }

  @Test
  void saysThatTheFolderIsMissing() {
    Path place = folder.resolve("absent/file");
    assertThatThrownBy(() -> write(place, "new"))
        .isInstanceOf(AkinException.class)
        .hasMessageStartingWith(place + ": cannot be written; nothing of it was kept: there is no");
  }
}
