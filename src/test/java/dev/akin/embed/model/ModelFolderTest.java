package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import dev.akin.embed.run.Embedder;
import dev.akin.paper.Paper;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  private static final byte[] WEIGHTS = randomBytes(100_000);
  private static final byte[] TOKENIZER = Folders.bytes("{\"version\": \"1.0\"}");

  private final Path path;
  private final ModelFolder folder;

  ModelFolderTest(@TempDir Path path) {
    this.path = path;
    folder = Folders.withFiles(path, WEIGHTS, TOKENIZER, card -> {});
  }

  @Test
  void acceptsTheFilesOfTheCard() {
    assertThat(folder.hasFiles()).isTrue();
    assertThatCode(folder::verify).doesNotThrowAnyException();
  }

  @Test
  void readsATitleOnceMoreOnlyBesideAnAbstract() {
    ModelFolder titled = titled(0.5);
    ModelText paper = titled.document(Paper.of("1", "A title.", "An abstract."));
    assertThat(paper.passes()).containsExactly("A title. An abstract.", "A title.");
    assertThat(titled.document(Paper.of("1", "A title.", " ")).passes()).hasSize(1);
    assertThat(titled.document(Paper.of("1", "", "An abstract.")).passes()).hasSize(1);
    assertThat(titled.inOnePass().document(Paper.of("1", "A title.", "Text.")).passes()).hasSize(1);
  }

  @Test
  void theWeightOfTitlesIsAPartOfTheSpace() {
    ModelFolder titled = titled(0.5);
    Space before =
        Folders.withFiles(path, WEIGHTS, TOKENIZER, card -> card.remove("titleWeight")).space();
    assertThat(titled.space()).isNotEqualTo(before).isNotEqualTo(titled(1).space());
    assertThat(titled(0).space()).isEqualTo(before);
    assertThat(titled.inOnePass().space()).isEqualTo(before);
    assertThat(Space.mismatch(List.of(before), List.of(titled.space())).orElseThrow())
        .contains("title weight none, not 0.5");
  }

  @Test
  void servesTheSpacesOfThePast() {
    ModelFolder titled = titled(0.5);
    ModelFolder past = titled.inOnePass().withPrecision(Precision.FAST);
    assertThat(titled.of(past.space()).space()).isEqualTo(past.space());
    ModelFolder now = titled.withPrecision(Precision.BALANCED);
    assertThat(titled.of(now.space()).space()).isEqualTo(now.space());
    assertThat(titled.of(titled(2).space()).space()).isEqualTo(titled.space());
  }

  private ModelFolder titled(double weight) {
    return Folders.withFiles(path, WEIGHTS, TOKENIZER, card -> card.put("titleWeight", weight));
  }

  @Test
  void refusesTruncatedWeights() {
    assertDamaged("model.onnx", Arrays.copyOf(WEIGHTS, WEIGHTS.length - 1), "(99999 bytes)");
  }

  @Test
  void refusesEachFlippedBit() {
    Random random = Seed.random();
    for (int i = 0; i < 100; i++) {
      byte[] flipped = WEIGHTS.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      assertDamaged("model.onnx", flipped, "(100000 bytes)");
    }
  }

  @Test
  void refusesAZeroedBlock() {
    byte[] zeroed = WEIGHTS.clone();
    Arrays.fill(zeroed, 4096, 8192, (byte) 0);
    assertDamaged("model.onnx", zeroed, "");
  }

  @Test
  void refusesAnEmptyFile() {
    assertDamaged("model.onnx", new byte[0], "it is empty");
  }

  @Test
  void namesAGitLfsPointer() {
    String pointer =
        """
        version https://git-lfs.github.com/spec/v1
        oid sha256:759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e
        size 90387606
        """;
    assertDamaged("model.onnx", Folders.bytes(pointer), "it is a git-lfs pointer");
  }

  @Test
  void namesAWebPage() {
    String page = "\n<!DOCTYPE html><html><body>404 Not Found</body></html>";
    assertDamaged("model.onnx", Folders.bytes(page), "it is a web page");
  }

  @Test
  void refusesASwappedTokenizer() {
    assertDamaged("tokenizer.json", Folders.bytes("{\"version\": \"1.1\"}"), "(18 bytes)");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() throws IOException {
    Files.delete(path.resolve("model.onnx"));
    Files.createDirectory(path.resolve("model.onnx"));
    assertThat(folder.hasFiles()).isFalse();
    assertThatThrownBy(folder::verify)
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .hasMessageContaining("it is a folder")
        .hasMessageContaining(Folders.sha256(WEIGHTS));
  }

  @Test
  void saysHowToGetAMissingFile() throws IOException {
    Files.delete(path.resolve("tokenizer.json"));
    assertThat(folder.hasFiles()).isFalse();
    assertThatThrownBy(folder::verify)
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING))
        .hasMessage(
            path.resolve("tokenizer.json")
                + ": not here; get it with: akin models fetch all-minilm-l6-v2");
  }

  @Test
  void doesNotSayFetchWhereThereIsNoSource() throws IOException {
    ModelFolder sourceless =
        Folders.withFiles(path, WEIGHTS, TOKENIZER, card -> card.remove("source"));
    Files.delete(path.resolve("tokenizer.json"));
    assertThatThrownBy(sourceless::verify)
        .hasMessageEndingWith("its card names no source; put it there yourself");
  }

  @Test
  void anEmbedderRefusesADamagedModelBeforeAllElse() {
    // The files are neither a model nor a tokenizer, and their bytes are not looked at.
    Folders.write(path.resolve("model.onnx"), Arrays.copyOf(WEIGHTS, 1));
    assertThatThrownBy(() -> Embedder.open(folder, EmbedOptions.onAllCores()))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .hasMessageContaining("expected sha256 " + Folders.sha256(WEIGHTS));
  }

  @Test
  void rendersPapersAndPhrases() {
    ModelFolder e5 =
        Folders.withFiles(
            path,
            WEIGHTS,
            TOKENIZER,
            card ->
                card.put("documentTemplate", "passage: {title} {abstract}")
                    .put("phraseTemplate", "query: {text}"));
    assertThat(e5.document(Paper.of("1", "Graphs", "We cut them.")).text())
        .isEqualTo("passage: Graphs We cut them.");
    assertThat(e5.document("We cut them.").text()).isEqualTo("passage:  We cut them.");
    assertThat(e5.phrase("graph cuts").text()).isEqualTo("query: graph cuts");
    assertThat(e5.document(Paper.of("1", "", " ")).text()).isEmpty();
  }

  @Test
  void refusesVectorsOfAnotherModelAndSaysWhatDiffers(@TempDir Path other) {
    ModelFolder shorter =
        Folders.withFiles(other, WEIGHTS, TOKENIZER, card -> card.put("maxTokens", 256));
    Models models = Models.of(folder);
    assertThatCode(() -> models.requireSpaces(models.spaces())).doesNotThrowAnyException();
    assertThatThrownBy(() -> models.requireSpaces(List.of(shorter.space())))
        .isInstanceOf(EmbedException.class)
        .hasMessageStartingWith(path + ": the index was made with ")
        .hasMessageEndingWith(": max tokens 256, not 512");
  }

  private void assertDamaged(String file, byte[] content, String hint) {
    byte[] right = file.equals("model.onnx") ? WEIGHTS : TOKENIZER;
    Folders.write(path.resolve(file), content);
    assertThatThrownBy(folder::verify)
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .hasMessageStartingWith(path.resolve(file) + ": damaged: ")
        .hasMessageContaining("expected sha256 " + Folders.sha256(right))
        .hasMessageContaining("found " + Folders.sha256(content))
        .hasMessageContaining(hint);
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    Seed.fixed(1).nextBytes(bytes);
    return bytes;
  }
}
