package dev.akin.embed.add;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Pooling;
import dev.akin.embed.rewrite.ModelRewrite;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Models of each kind are added, and their vectors compared with those of an [EncoderOracle].
@Tag("slow")
class ArchitecturesTest {
  private static final String TEXT = "public keys let two people encrypt messages";
  private static final String LONGER =
      "bees find flowers by their color and smell of the summer sea";

  private final Path folder;

  ArchitecturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource
  void givesTheVectorsOfTheOracle(Architecture kind) {
    PublishedFolder published = PublishedFolder.of(folder.resolve("published"), kind, false);
    AddedModel added = add(published);
    Pooling pooling = kind == Architecture.DECODER ? Pooling.LAST_TOKEN : Pooling.MEAN;
    assertVectors(added.model(), published, pooling, 1e-5);
  }

  @ParameterizedTest
  @EnumSource
  void rewritesTheKindsThatItKnows(Architecture kind) {
    AddedModel added = add(PublishedFolder.of(folder.resolve("published"), kind, false));
    List<String> refused =
        added.graphs().stream().map(ModelRewrite.Outcome::refused).distinct().toList();
    switch (kind) {
      case BERT, XLM_ROBERTA, DISTILBERT -> assertThat(refused.getFirst()).isNull();
      case MPNET, MODERNBERT, DECODER -> assertThat(refused.getFirst()).isNotNull();
    }
    assertThat(added.model().path().resolve("graphs.json"))
        .as("how it runs fastest, rewritten or not")
        .content()
        .contains("\"settings\" : {");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MEAN", "LAST_TOKEN"})
  void poolsLikeTheOracle(Pooling pooling) {
    PublishedFolder published =
        PublishedFolder.bert(folder.resolve("published"))
            .write("1_Pooling/config.json", "{\"pooling_mode\": \"" + pooling.label() + "\"}");
    AddedModel added = add(published);
    assertThat(added.model().card().poolingMethod()).isEqualTo(pooling);
    assertVectors(added.model(), published, pooling, 1e-5);
  }

  @Test
  void takesWeightsOf16Bits() {
    PublishedFolder published =
        PublishedFolder.of(folder.resolve("published"), Architecture.BERT, true);
    AddedModel added = add(published);
    assertThat(added.model().card().precision()).isEqualTo("fp16");
    assertVectors(added.model(), published, Pooling.MEAN, 1e-3);
  }

  private AddedModel add(PublishedFolder published) {
    return ModelAddition.add(
        ModelSource.of(published.path()),
        AddOptions.none(),
        new ModelStore(folder.resolve("models")),
        1);
  }

  private static void assertVectors(
      ModelFolder model, PublishedFolder published, Pooling pooling, double tolerance) {
    List<ModelText> texts =
        Stream.of(LONGER, TEXT).map(text -> new ModelText(text, List.of())).toList();
    try (Embedder asPublished = Embedder.openPublished(model, EmbedOptions.onAllCores());
        Embedder best = Embedder.open(model, EmbedOptions.onAllCores())) {
      for (Embedder embedder : List.of(asPublished, best)) {
        List<EmbeddedText> embedded = embedder.embed(texts);
        for (int i = 0; i < texts.size(); i++) {
          double[] wanted = unit(pooled(published.states(texts.get(i).text()), pooling));
          float[] given = Objects.requireNonNull(embedded.get(i).embedding()).toArray();
          assertThat(distance(given, wanted)).isLessThan(tolerance);
        }
      }
    }
  }

  private static double[] pooled(double[][] states, Pooling pooling) {
    double[] pooled = states[pooling == Pooling.LAST_TOKEN ? states.length - 1 : 0].clone();
    for (int token = 1; token < states.length; token++) {
      for (int i = 0; i < pooled.length; i++) {
        double state = states[token][i];
        pooled[i] =
            switch (pooling) {
              case MEAN -> pooled[i] + state;
              case WEIGHTED_MEAN -> pooled[i] + (token + 1) * state;
              case MAX -> Math.max(pooled[i], state);
              case CLS, LAST_TOKEN -> pooled[i];
            };
      }
    }
    return pooled;
  }

  private static double[] unit(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= Math.sqrt(squares);
    }
    return values;
  }

  private static double distance(float[] given, double[] wanted) {
    assertThat(given).hasSize(wanted.length);
    double largest = 0;
    for (int i = 0; i < wanted.length; i++) {
      largest = Math.max(largest, Math.abs(given[i] - wanted[i]));
    }
    return largest;
  }
}
