package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.base.Deadline;
import dev.akin.embed.model.ModelText;
import dev.akin.vector.Embedding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Cosines with texts of the default model.
class ExplainedEmbeddingIT extends DefaultModelTests {
  @Test
  void sharesAddUpToTheCosineWhateverTheBatch() {
    List<ModelText> documents =
        EmbedderIT.textsOfManyLengths().stream().map(model::document).toList();
    List<Embedding> others =
        List.of(
            embedding(EmbedderIT.GRAPHS),
            embedding("Galaxies."),
            embedding(EmbedderIT.WORDS + " " + EmbedderIT.WORDS));
    List<ExplainedEmbedding> together = embedder.explainEach(documents).await(Deadline.NEVER);
    for (int i = 0; i < documents.size(); i++) {
      ExplainedEmbedding alone =
          embedder.explainEach(List.of(documents.get(i))).await(Deadline.NEVER).getFirst();
      for (Embedding other : others) {
        CosineShares shares = together.get(i).shares(other);
        double sum =
            shares.terms().values().stream().mapToDouble(each -> each).sum() + shares.other();
        assertThat(sum)
            .isCloseTo(
                Objects.requireNonNull(together.get(i).embedded().embedding()).cosine(other),
                within(1e-6));
        Map<String, Double> sharesAlone = alone.shares(other).terms();
        assertThat(shares.terms())
            .hasSameSizeAs(sharesAlone)
            .allSatisfy(
                (term, share) -> assertThat(share).isCloseTo(sharesAlone.get(term), within(1e-5)));
      }
    }
  }

  @Test
  void theLargestSharesAreThoseOfWhatTwoTextsHaveInCommon() {
    ExplainedEmbedding read =
        embedder
            .explainEach(
                List.of(model.phrase("Graph-neural networks, and the redshift of old Galaxies")))
            .await(Deadline.NEVER)
            .getFirst();
    Map<String, Double> shares = read.shares(embedding(EmbedderIT.GRAPHS)).terms();
    assertThat(shares)
        .containsOnlyKeys(
            "graph-neural", "networks", "and", "the", "redshift", "of", "old", "galaxies");
    double third = shares.values().stream().sorted(Comparator.reverseOrder()).toList().get(2);
    assertThat(shares.get("graph-neural")).isGreaterThan(third);
    assertThat(shares.get("networks")).isGreaterThan(third);
  }

  private static Embedding embedding(String text) {
    return Objects.requireNonNull(embedder.embed(new ModelText(text, List.of())).embedding());
  }
}
