package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.base.Deadline;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.TextSpan;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cosines with texts of a [TinyModel], whose shares can be told by hand.
class ExplainedEmbeddingTest {
  private static final byte[] STATES = TinyModel.giving(TinyModel.Output.STATES);
  private static final EmbedOptions OPTIONS = new EmbedOptions(Device.CPU, 2, 8, null);
  private static final ModelText A = new ModelText("a", List.of());

  private final Path path;

  ExplainedEmbeddingTest(@TempDir Path path) {
    this.path = path;
  }

  @Test
  void takesACosineApart() {
    try (Embedder embedder = Embedder.open(Folders.tiny(path, STATES, card -> {}), OPTIONS)) {
      ModelText text = new ModelText("b c! C a", List.of(new TextSpan(2, 8)));
      // States: b (2, 1), c (3, 1), ! and C unknown (0, 1), a (1, 1); their sum is (6, 5), of
      // length
      // sqrt(61). b is in no sentence and ! is no word; c and C are one term.
      ExplainedEmbedding read = embedder.explainEach(List.of(A, text)).await(Deadline.NEVER).get(1);
      assertThat(read.hasShares()).isTrue();
      Embedding east = Embedding.normalize(embedder.space(), new float[] {1, 0});
      assertShares(read.shares(east), Map.of("c", 3.0, "a", 1.0), 2);
      // 0.6 x + 0.8 y: c and C 0.6 * 3 + 0.8 * 2, a 0.6 + 0.8, b and ! 0.6 * 2 + 0.8 * 2.
      Embedding other = Embedding.normalize(embedder.space(), new float[] {3, 4});
      assertShares(read.shares(other), Map.of("c", 3.4, "a", 1.4), 2.8);
      Embedding west = Embedding.normalize(embedder.space(), new float[] {-1, 0});
      assertShares(read.shares(west), Map.of("a", -1.0, "c", -3.0), -2);
    }
  }

  private static void assertShares(
      CosineShares shares, Map<String, Double> shareTimesLength, double other) {
    assertThat(shares.terms().keySet()).isEqualTo(shareTimesLength.keySet());
    shareTimesLength.forEach(
        (term, share) ->
            assertThat(shares.terms().get(term)).isCloseTo(share / Math.sqrt(61), within(1e-6)));
    assertThat(shares.other()).isCloseTo(other / Math.sqrt(61), within(1e-6));
  }

  @Test
  void onlyAMeanWithADirectionHasShares() {
    ModelText text = new ModelText("a b", List.of(new TextSpan(0, 3)));
    Embedding east;
    try (Embedder embedder = Embedder.open(Folders.tiny(path, STATES, card -> {}), OPTIONS)) {
      east = Embedding.normalize(embedder.space(), new float[] {1, 0});
      assertThat(
              embedder
                  .explainEach(List.of(new ModelText("", List.of())))
                  .await(Deadline.NEVER)
                  .getFirst()
                  .hasShares())
          .isFalse();
      assertThat(embedder.explainEach(List.of()).await(Deadline.NEVER)).isEmpty();
    }
    ModelFolder cls = Folders.tiny(path, STATES, card -> card.put("pooling", "cls"));
    try (Embedder embedder = Embedder.open(cls, OPTIONS)) {
      ExplainedEmbedding read =
          embedder.explainEach(List.of(text)).await(Deadline.NEVER).getFirst();
      assertThat(read.embedded().embedding()).isNotNull();
      assertThat(read.embedded().sentences().count()).isEqualTo(1);
      assertThat(read.hasShares()).isFalse();
      assertThatThrownBy(() -> read.shares(east)).isInstanceOf(IllegalStateException.class);
    }
    try (Embedder embedder =
        Embedder.open(
            Folders.tiny(path, TinyModel.giving(TinyModel.Output.NAN), card -> {}), OPTIONS)) {
      assertThat(embedder.explainEach(List.of(text)).await(Deadline.NEVER).getFirst().hasShares())
          .isFalse();
    }
  }

  @Test
  void takesNoCosineOfTwoSpacesApart() {
    try (Embedder embedder = Embedder.open(Folders.tiny(path, STATES, card -> {}), OPTIONS)) {
      ExplainedEmbedding read = embedder.explainEach(List.of(A)).await(Deadline.NEVER).getFirst();
      Space plane = Space.of("plane", 2, Map.of());
      Embedding other = Embedding.normalize(plane, new float[] {1, 0});
      assertThatThrownBy(() -> read.shares(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("different spaces");
    }
  }
}
