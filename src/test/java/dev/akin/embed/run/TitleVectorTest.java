package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.base.Deadline;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vectors of papers by a [TinyModel] that gives titles half a vector of their own.
class TitleVectorTest {
  // The model's states: a (1, 1), b (2, 1), c (3, 1). In one pass (6, 3), the title alone (3, 1).
  private static final Paper PAPER = Paper.of("1", "c", "b a");

  private final ModelFolder model;
  private final Embedder embedder;

  TitleVectorTest(@TempDir Path path) {
    model =
        Folders.tiny(
            path, TinyModel.giving(TinyModel.Output.STATES), card -> card.put("titleWeight", 0.5));
    embedder = Embedder.open(model, new EmbedOptions(Device.CPU, 2, 8, null));
  }

  @AfterEach
  void close() {
    embedder.close();
  }

  @Test
  void addsHalfOfTheTitlesUnitVector() {
    double x = 6 / Math.sqrt(45) + 0.5 * 3 / Math.sqrt(10);
    double y = 3 / Math.sqrt(45) + 0.5 / Math.sqrt(10);
    float[] vector = vector(PAPER);
    assertThat(vector[0]).isCloseTo((float) (x / Math.hypot(x, y)), within(1e-6f));
    assertThat(vector[1]).isCloseTo((float) (y / Math.hypot(x, y)), within(1e-6f));
  }

  @Test
  void aTitleAloneIsItsVectorAndSoIsAnAbstract() {
    assertThat(vector(Paper.of("1", "c", ""))).isEqualTo(read("c"));
    assertThat(vector(Paper.of("1", "", "b a"))).isEqualTo(read("b a"));
  }

  @Test
  void isTheSameAloneAndAmongOthers() {
    List<ModelText> texts =
        List.of(
            model.document(Paper.of("1", "a b", "")),
            model.document(PAPER),
            model.document(Paper.of("2", "b", "c c c c c a")),
            model.document(PAPER));
    List<EmbeddedText> together = embedder.embed(texts);
    List<EmbeddedText> each = embedder.embedEach(texts).await(Deadline.NEVER);
    for (int i = 0; i < texts.size(); i++) {
      float[] alone = array(embedder.embed(texts.get(i)));
      assertThat(array(together.get(i))).containsExactly(alone, within(1e-6f));
      assertThat(array(each.get(i))).containsExactly(alone, within(1e-6f));
    }
  }

  @Test
  void countsTheTokensOfBothPasses() {
    assertThat(embedder.embed(model.document(PAPER)).tokens()).isEqualTo(3 + 1);
  }

  @Test
  void aCosineIsStillASumOverTerms() {
    Embedding other = Embedding.normalize(embedder.space(), new float[] {3, 4});
    ModelText text = model.document(Paper.of("1", "c a", "b, b c a."));
    ExplainedEmbedding read = embedder.explainEach(List.of(text)).await(Deadline.NEVER).getFirst();
    CosineShares shares = read.shares(other);
    // In one pass (3+1+2+0+2+3+1+0, 8) = (12, 8); the title (4, 2). The direction of (3, 4) is
    // (0.6, 0.8).
    double once = 1 / Math.sqrt(12 * 12 + 8 * 8);
    double title = 0.5 / Math.sqrt(4 * 4 + 2 * 2);
    double length = Math.hypot(12 * once + 4 * title, 8 * once + 2 * title);
    assertThat(shares.terms().keySet()).containsExactly("c", "a", "b");
    assertThat(shares.terms().get("c"))
        .isCloseTo((2 * once + title) * (0.6 * 3 + 0.8) / length, within(1e-6));
    assertThat(shares.terms().get("a"))
        .isCloseTo((2 * once + title) * (0.6 + 0.8) / length, within(1e-6));
    assertThat(shares.terms().get("b"))
        .isCloseTo(2 * once * (0.6 * 2 + 0.8) / length, within(1e-6));
    assertThat(shares.other()).isCloseTo(2 * once * 0.8 / length, within(1e-6));
    double sum = shares.terms().values().stream().mapToDouble(share -> share).sum();
    assertThat(sum + shares.other())
        .isCloseTo(Objects.requireNonNull(read.embedded().embedding()).cosine(other), within(1e-6));
  }

  private float[] vector(Paper paper) {
    return array(embedder.embed(model.document(paper)));
  }

  private float[] read(String text) {
    return array(embedder.embed(new ModelText(text, List.of())));
  }

  private static float[] array(EmbeddedText text) {
    return Objects.requireNonNull(text.embedding()).toArray();
  }
}
