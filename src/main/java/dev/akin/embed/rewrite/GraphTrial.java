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

/// Compares the vectors of a rewritten graph with those of the published one.
final class GraphTrial {
  /// The most that a coordinate may differ from the published one in the same precision.
  private static final double MAX_DIFFERENCE = 1e-5;

  /// The most that a coordinate may differ when the text is in a batch with others.
  private static final double MAX_DIFFERENCE_IN_A_BATCH = 1e-6;

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

  /// The result of a trial.
  ///
  /// @param refused why the graph must not be used; absent if it may be used
  /// @param agreement with the published graph; absent if they could not be compared
  record Outcome(@Nullable String refused, @Nullable VectorAgreement agreement) {}

  /// Tries a graph.
  Outcome of(ModelGraph graph, Precision precision) {
    try (Embedder embedder = Embedder.open(model, graph, RunSettings.workerPerCore())) {
      List<EmbeddedText> together = embedder.embed(texts);
      VectorAgreement agreement =
          VectorAgreement.of(EmbeddedText.embeddings(together), EmbeddedText.embeddings(published));
      if (agreement == null) {
        return new Outcome("some texts have a vector with only one of the graphs", null);
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
    if (withItself == null || !(withItself.largestDifference() <= MAX_DIFFERENCE_IN_A_BATCH)) {
      return "the vector of a text depends on the other texts of its batch";
    }
    if (precision == Precision.FP32) {
      return agreement.largestDifference() <= MAX_DIFFERENCE
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
            "the mean cosine with the published vectors is %.4f, and the card requires %.4f",
            agreement.meanCosine(),
            least);
  }
}
