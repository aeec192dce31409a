package dev.akin.embed.bench;

import dev.akin.base.Deadline;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One graph of a [GraphBench], and the results of its turns.
final class BenchTurns implements AutoCloseable {
  private final String name;
  private final Embedder embedder;
  private final List<ModelText> texts;
  private final List<EmbeddedText> embedded;
  private final ModelText phrase;
  private final ModelText abstractText;
  private final List<Double> tokensPerSecond = new ArrayList<>();
  private final List<Double> timesPublished = new ArrayList<>();
  private final List<Double> phraseMillis = new ArrayList<>();
  private final List<Double> abstractMillis = new ArrayList<>();

  /// Embeds all texts once, because the first run is slower.
  ///
  /// @param embedder closed with this, or if this fails
  BenchTurns(String name, Embedder embedder, BenchTexts texts) {
    ModelFolder model = embedder.model();
    this.name = name;
    this.embedder = embedder;
    this.texts = texts.papers().stream().map(model::document).toList();
    this.phrase = model.phrase(texts.phrase());
    this.abstractText = model.document(texts.middle());
    try {
      this.embedded = embedder.embed(this.texts);
      millis(phrase);
      millis(abstractText);
    } catch (RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  /// Embeds all texts.
  ///
  /// @return tokens per second
  double embedAll() {
    long start = System.nanoTime();
    List<EmbeddedText> _ = embedder.embed(texts);
    double rate = tokens() / ((System.nanoTime() - start) / 1e9);
    tokensPerSecond.add(rate);
    return rate;
  }

  /// Embeds all texts, right after the published graph has embedded them.
  void embedAllAfter(BenchTurns published) {
    double theirs = published.embedAll();
    timesPublished.add(embedAll() / theirs);
  }

  /// Embeds single texts, one at a time.
  void embedSingles(int calls) {
    for (int call = 0; call < calls; call++) {
      phraseMillis.add(millis(phrase));
    }
    for (int call = 0; call < calls; call++) {
      abstractMillis.add(millis(abstractText));
    }
  }

  private double millis(ModelText single) {
    long start = System.nanoTime();
    List<EmbeddedText> _ = embedder.embedEach(List.of(single)).await(Deadline.NEVER);
    return (System.nanoTime() - start) / 1e6;
  }

  /// How many texts there are.
  int texts() {
    return texts.size();
  }

  /// How many tokens all texts have.
  long tokens() {
    return embedded.stream().mapToLong(EmbeddedText::tokens).sum();
  }

  /// The results, compared with those of the published graph.
  BenchedGraph comparedWith(BenchTurns published) {
    @Nullable VectorAgreement agreement =
        this == published
            ? null
            : VectorAgreement.of(
                EmbeddedText.embeddings(embedded), EmbeddedText.embeddings(published.embedded));
    return new BenchedGraph(
        name,
        embedder.settings(),
        quantile(tokensPerSecond, 0.5),
        this == published ? 1 : quantile(timesPublished, 0.5),
        agreement,
        single(phrase, phraseMillis),
        single(abstractText, abstractMillis));
  }

  private BenchedGraph.SingleText single(ModelText single, List<Double> millis) {
    return new BenchedGraph.SingleText(
        embedder.embed(single).tokens(), quantile(millis, 0.5), quantile(millis, 0.99));
  }

  /// The smallest value that a share of the values does not exceed.
  static double quantile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  @Override
  public void close() {
    embedder.close();
  }
}
