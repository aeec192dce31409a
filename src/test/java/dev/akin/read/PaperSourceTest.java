package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperSourceTest {
  private final Path folder;

  PaperSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static List<String> expand(String... inputs) {
    return PaperSource.expand(List.of(inputs), InputStream.nullInputStream()).stream()
        .map(PaperSource::name)
        .toList();
  }

  private String file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x").toString();
  }

  @Test
  void keepsTheOrderOfTheInputs() throws IOException {
    String b = file("b");
    String a = file("a");
    assertThat(expand(b, "-", a)).containsExactly(b, "standard input", a);
  }

  @Test
  void listsAFolderByPathWithoutWhatIsHidden() throws IOException {
    String b = file("papers/b.jsonl");
    String deep = file("papers/a/z.gz");
    file("papers/.hidden");
    file("papers/.git/config");
    Files.createSymbolicLink(folder.resolve("papers/a/around"), folder.resolve("papers"));
    assertThat(expand(folder.resolve("papers").toString())).containsExactly(deep, b);
  }

  @Test
  void readsAHiddenFolderThatIsNamed() throws IOException {
    String file = file(".papers/a");
    assertThat(expand(folder.resolve(".papers").toString())).containsExactly(file);
  }

  @Test
  void saysWhereItLookedForWhatIsMissing() {
    assertMissing(
        "no/such.jsonl",
        "no/such.jsonl: no such file or folder (looked in " + Path.of("").toAbsolutePath() + ")");
    assertMissing("/no/such.jsonl", "/no/such.jsonl: no such file or folder");
    assertMissing("", ": no such file or folder (looked in " + Path.of("").toAbsolutePath() + ")");
    assertMissing("a\0b", "a\\u0000b: not a path: Nul character not allowed");
    assertMissing(folder.toString(), folder + ": no files in this folder");
  }

  private static void assertMissing(String input, String message) {
    assertThatThrownBy(() -> expand(input))
        .isInstanceOf(ReadException.class)
        .hasMessage(message)
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.MISSING);
  }

  @Test
  void refusesStandardInputTwice() {
    assertThatThrownBy(() -> expand("-", "-")).isInstanceOf(IllegalArgumentException.class);
  }
}
