package dev.akin.embed.add;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipSourceTest {
  private final Path folder;
  private final Path file;
  private final Path to;

  ZipSourceTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("Small Model.zip");
    to = folder.resolve("copy");
  }

  private void zip(Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void givesFilesByTheirPath() throws IOException {
    zip(Map.of("tokenizer.json", bytes("t"), "onnx/model.onnx", bytes("m")));
    try (ModelSource source = ModelSource.of(file)) {
      assertThat(source.modelName()).isEqualTo("small-model");
      assertThat(source.copy("onnx/model.onnx", to)).isTrue();
      assertThat(to).hasContent("m");
      assertThat(source.copy("model.onnx", folder.resolve("none"))).isFalse();
    }
  }

  @Test
  void findsTheFolderInIt() throws IOException {
    zip(Map.of("a/Nice/tokenizer.json", bytes("t"), "a/Nice/x/tokenizer.json", bytes("no")));
    try (ModelSource source = ModelSource.of(file)) {
      assertThat(source.modelName()).isEqualTo("nice");
      assertThat(source.copy("tokenizer.json", to)).isTrue();
      assertThat(to).hasContent("t");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../tokenizer.json", "a/../../b", "/etc/passwd", "a\\..\\b", "C:/x"})
  void refusesEntriesThatPointOutOfIt(String name) throws IOException {
    zip(Map.of("tokenizer.json", bytes("t"), name, bytes("x")));
    assertRefused("has an entry that points out of its folder");
  }

  @Test
  void refusesAFileThatIsNone() throws IOException {
    Files.writeString(file, "PK or not");
    assertRefused("is not a whole zip file");
  }

  @Test
  void refusesHalfAFile() throws IOException {
    zip(Map.of("tokenizer.json", bytes("t".repeat(1_000))));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused("is not a whole zip file");
  }

  @Test
  void refusesWhatGrowsWithoutEnd() throws IOException {
    zip(Map.of("tokenizer.json", new byte[20 << 20]));
    assertThat(Files.size(file)).isLessThan(100_000);
    try (ModelSource source = ModelSource.of(file)) {
      assertThatThrownBy(() -> source.copy("tokenizer.json", to))
          .isInstanceOf(EmbedException.class)
          .hasMessageContaining("\"tokenizer.json\" grows to more than 100 times its size");
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> ModelSource.of(file))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .message()
        .startsWith(file + ": " + why)
        .hasLineCount(1);
  }
}
