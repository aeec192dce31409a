package dev.akin.embed.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.base.Deadline;
import dev.akin.embed.Folders;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.embed.model.Precision;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.run.CosineShares;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import dev.akin.embed.run.ExplainedEmbedding;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The default model, rewritten.
class ModelRewriteIT {
  @TempDir private static Path folder;
  private static ModelFolder model;
  private static List<ModelRewrite.Outcome> outcomes;

  @BeforeAll
  static void rewrite() throws IOException {
    for (String file : List.of("model.json", "model.onnx", "tokenizer.json")) {
      Files.copy(Folders.MODELS.resolve("all-minilm-l6-v2").resolve(file), folder.resolve(file));
    }
    model = ModelFolder.open(folder);
    outcomes = ModelRewrite.rewrite(model, 1);
  }

  @Test
  void keepsEachPrecisionThatIsNearEnough() {
    assertThat(outcomes).extracting(ModelRewrite.Outcome::refused).containsOnlyNulls();
    assertThat(agreement(Precision.FP32).largestDifference()).isLessThan(1e-6);
    assertThat(agreement(Precision.BALANCED).meanCosine()).isBetween(0.999, 0.9999);
    assertThat(agreement(Precision.FAST).meanCosine()).isBetween(0.995, 0.999);
    assertThat(ModelRewrite.known(model)).isEqualTo(outcomes);
  }

  private static VectorAgreement agreement(Precision precision) {
    return outcomes.stream()
        .filter(outcome -> outcome.precision() == precision)
        .map(ModelRewrite.Outcome::agreement)
        .map(Objects::requireNonNull)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leavesNothingElseBesideTheModel() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "model.json",
              "model.onnx",
              "tokenizer.json",
              "graphs.json",
              "fp32.onnx",
              "balanced.onnx",
              "fast.onnx");
    }
  }

  @Test
  void whoeverMayReadTheModelMayReadWhatWasMadeOfIt() throws IOException {
    Set<PosixFilePermission> readable = Files.getPosixFilePermissions(folder.resolve("model.json"));
    for (String file : List.of("graphs.json", "fp32.onnx", "balanced.onnx", "fast.onnx")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(file))).as(file).isEqualTo(readable);
    }
  }

  @Test
  void givesTheSameVectorsInTheSameSpace() {
    assertThat(model.space())
        .isEqualTo(ModelFolder.open(Folders.MODELS.resolve("all-minilm-l6-v2")).space());
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isTrue();
    assertThat(model.verifiedGraph(Device.GPU).isFused()).isFalse();
    List<ModelText> texts = TrialTexts.some(model);
    try (Embedder fused = Embedder.open(model, EmbedOptions.onAllCores());
        Embedder published = Embedder.openPublished(model, EmbedOptions.onAllCores())) {
      List<EmbeddedText> ours = fused.embed(texts);
      List<EmbeddedText> theirs = published.embed(texts);
      for (int i = 0; i < ours.size(); i++) {
        assertThat(vector(ours.get(i)).cosine(vector(theirs.get(i)))).isGreaterThan(1 - 1e-7);
        assertThat(ours.get(i).tokens()).isEqualTo(theirs.get(i).tokens());
        assertThat(ours.get(i).truncated()).isEqualTo(theirs.get(i).truncated());
        assertSameSentences(ours.get(i).sentences(), theirs.get(i).sentences());
      }
    }
  }

  private static void assertSameSentences(SentenceEmbeddings ours, SentenceEmbeddings theirs) {
    assertThat(ours.count()).isEqualTo(theirs.count());
    for (int sentence = 0; sentence < ours.count(); sentence++) {
      assertThat(ours.cosine(sentence, theirs, sentence)).isGreaterThan(0.9999);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aTextsVectorDependsOnNothingElse(Precision precision) {
    List<ModelText> texts = TrialTexts.some(model);
    try (Embedder embedder =
        Embedder.open(model.withPrecision(precision), EmbedOptions.onAllCores())) {
      List<EmbeddedText> together = embedder.embed(texts);
      for (int i = 0; i < texts.size(); i++) {
        float[] alone = vector(embedder.embed(texts.get(i))).toArray();
        assertThat(vector(together.get(i)).toArray())
            .usingComparatorWithPrecision(1e-6f)
            .containsExactly(alone);
      }
    }
  }

  private static Embedding vector(EmbeddedText text) {
    return Objects.requireNonNull(text.embedding());
  }

  @Test
  void eachPrecisionHasASpaceOfItsOwn() {
    assertThat(Stream.of(Precision.values()).map(model::withPrecision).map(ModelFolder::space))
        .doesNotHaveDuplicates();
    assertThat(model.of(model.withPrecision(Precision.FAST).space()).precision())
        .isEqualTo(Precision.FAST);
    List<Space> fast = List.of(model.withPrecision(Precision.FAST).space());
    assertThatThrownBy(() -> Models.of(model).requireSpaces(fast))
        .hasMessageContaining("precision fast, not fp32");
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void sharesOfTermsAddUpToTheCosine(Precision precision) {
    try (Embedder embedder =
        Embedder.open(model.withPrecision(precision), EmbedOptions.onAllCores())) {
      List<ExplainedEmbedding> read =
          embedder.explainEach(TrialTexts.some(model).subList(0, 4)).await(Deadline.NEVER);
      Embedding other = vector(read.getLast().embedded());
      CosineShares shares = read.getFirst().shares(other);
      double sum =
          shares.terms().values().stream().mapToDouble(each -> each).sum() + shares.other();
      assertThat(sum).isCloseTo(vector(read.getFirst().embedded()).cosine(other), within(1e-5));
    }
  }
}
