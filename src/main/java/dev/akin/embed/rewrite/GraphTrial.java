package dev.akin.embed.rewrite;

import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelGraph;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Precision;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Compares a rewritten graph with the published one, on texts and not by reasoning.
final class GraphTrial {
  /// How far a coordinate may be from the published one in the same precision.
  private static final double SAME = 1e-5;

  /// How far it may be when other texts of a batch are read with it.
  private static final double ALONE = 1e-6;

  private final ModelFolder model;
  private final List<ModelText> texts;
  private final List<EmbeddedText> published;

  private GraphTrial(ModelFolder model, List<ModelText> texts, List<EmbeddedText> published) {
    this.model = model;
    this.texts = texts;
    this.published = published;
  }

  /// Embeds the texts with the published graph.
  static GraphTrial of(ModelFolder model) {
    List<ModelText> texts = TrialTexts.of(model);
    try (Embedder embedder = Embedder.openPublished(model, EmbedOptions.onAllCores())) {
      return new GraphTrial(model, texts, embedder.embed(texts));
    }
  }

  /// What a graph's vectors are like.
  ///
  /// @param refused why the graph must not be used; absent if it may
  /// @param agreement with the published graph; absent if it cannot be told
  record Outcome(@Nullable String refused, @Nullable VectorAgreement agreement) {}

  /// Tries a graph.
  Outcome of(ModelGraph graph, Precision precision) {
    try (Embedder embedder = Embedder.open(model, graph, RunSettings.workerPerCore())) {
      List<EmbeddedText> together = embedder.embed(texts);
      VectorAgreement agreement =
          VectorAgreement.of(EmbeddedText.embeddings(together), EmbeddedText.embeddings(published));
      if (agreement == null) {
        return new Outcome("some texts have a vector with one of the graphs only", null);
      }
      List<EmbeddedText> alone = texts.stream().map(embedder::embed).toList();
      VectorAgreement withItself =
          VectorAgreement.of(EmbeddedText.embeddings(together), EmbeddedText.embeddings(alone));
      return new Outcome(refusal(precision, agreement, withItself), agreement);
    } catch (EmbedException e) {
      return new Outcome("it cannot be run: " + e.getMessage(), null);
    }
  }

  private @Nullable String refusal(
      Precision precision, VectorAgreement agreement, @Nullable VectorAgreement withItself) {
    if (withItself == null || !(withItself.largestDifference() <= ALONE)) {
      return "a text's vector depends on the texts beside it";
    }
    if (precision == Precision.FP32) {
      return agreement.largestDifference() <= SAME
          ? null
          : String.format(
              Locale.ROOT,
              "its vectors differ from the published ones by up to %.1e",
              agreement.largestDifference());
    }
    double least = model.card().leastCosine(precision);
    return agreement.meanCosine() >= least
        ? null
        : String.format(
            Locale.ROOT,
            "the mean cosine of its vectors to the published ones is %.4f, and the card wants %.4f",
            agreement.meanCosine(),
            least);
  }
}
