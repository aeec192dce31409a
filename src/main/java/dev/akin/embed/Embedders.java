package dev.akin.embed;

import dev.akin.base.Deadline;
import dev.akin.base.Pause;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import dev.akin.embed.run.ExplainedEmbedding;
import dev.akin.embed.run.PendingEmbeddings;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The models of an index, loaded and ready to embed. Safe for use by many threads. Close it.
public final class Embedders implements AutoCloseable {
  private final Models models;
  private final List<Embedder> embedders;
  private final Deadline deadline;
  private final Pause pause;

  private Embedders(Models models, List<Embedder> embedders, Deadline deadline, Pause pause) {
    this.models = models;
    this.embedders = embedders;
    this.deadline = deadline;
    this.pause = pause;
  }

  /// Verifies the models' files, then loads them.
  ///
  /// akin's promise to open no connection needs three system properties of DJL, the library that
  /// runs the models: `ai.djl.offline`, `OPT_OUT_TRACKING` and `ai.djl.onnx.disable_alternative`.
  /// Those that the program has not set are set to `true`. akin sets no others, but for
  /// `onnxruntime.native.path` while it loads the libraries for the first time.
  ///
  /// @throws EmbedException if a file is missing or damaged, or the device cannot be used
  public static Embedders open(Models models, EmbedOptions options) {
    List<Embedder> opened = new ArrayList<>();
    try {
      for (ModelFolder folder : models.folders()) {
        opened.add(Embedder.open(folder, options));
      }
      return new Embedders(models, List.copyOf(opened), Deadline.NEVER, Pause.PLAIN);
    } catch (RuntimeException e) {
      opened.forEach(Embedder::close);
      throw e;
    }
  }

  /// The models.
  public Models models() {
    return models;
  }

  /// The same models for a caller who waits no longer than `other`. Closing one closes both.
  ///
  /// @param during how the caller waits
  public Embedders until(Deadline other, Pause during) {
    return new Embedders(models, embedders, other, during);
  }

  /// The same for a caller who waits no longer than `other`, in the same way. Closing one closes
  /// both.
  public Embedders until(Deadline other) {
    return until(other, pause);
  }

  /// Embeds texts for a caller who waits. Each text runs alone, so its vectors depend on nothing
  /// else.
  ///
  /// @param texts `[text][model]`: each text as each model reads it
  /// @return a result for each text, in the same order
  /// @throws EmbedException if too much work is waiting already, the deadline passes, or the engine
  ///   fails
  public List<TextEmbeddings> embed(List<List<ModelText>> texts) {
    return rows(each(texts, Embedder::embedEach));
  }

  /// Tokenizes texts in this thread and leaves the rest to the workers.
  ///
  /// @param texts each as each model reads it
  /// @return completes with one for each text, in the same order; or with an `EmbedException`.
  ///   Cancelling it drops the texts that the models have not begun with
  public CompletableFuture<List<TextEmbeddings>> submit(List<List<ModelText>> texts) {
    List<CompletableFuture<List<EmbeddedText>>> columns =
        IntStream.range(0, embedders.size())
            .mapToObj(column -> embedders.get(column).submit(column(texts, column)))
            .toList();
    CompletableFuture<List<TextEmbeddings>> all =
        CompletableFuture.allOf(columns.toArray(CompletableFuture[]::new))
            .thenApply(done -> rows(columns.stream().map(CompletableFuture::join).toList()));
    CompletableFuture<List<TextEmbeddings>> _ =
        all.whenComplete((done, failure) -> columns.forEach(column -> column.cancel(false)));
    return all;
  }

  /// Embeds phrases together, and waits for them.
  ///
  /// @return for each phrase, one vector by each model; absent for a phrase without direction
  /// @throws EmbedException if the engine fails
  public List<@Nullable List<Embedding>> phrases(List<String> phrases) {
    List<@Nullable List<Embedding>> vectors = new ArrayList<>();
    for (TextEmbeddings text : await(submit(phrases.stream().map(models::phrase).toList()))) {
      vectors.add(text.vectors() == null ? null : text.vectors().embeddings());
    }
    return vectors;
  }

  /// Embeds texts like [#embed], so that cosines with them can be explained.
  ///
  /// @param texts `[text][model]`: each text as each model reads it
  /// @return `[model][text]`
  /// @throws EmbedException if too much work is waiting already, the deadline passes, or the engine
  ///   fails
  public List<List<ExplainedEmbedding>> read(List<List<ModelText>> texts) {
    return each(texts, Embedder::explainEach);
  }

  private <T> List<List<T>> each(
      List<List<ModelText>> texts,
      BiFunction<Embedder, List<ModelText>, PendingEmbeddings<T>> start) {
    List<PendingEmbeddings<T>> columns = new ArrayList<>();
    try {
      for (int column = 0; column < embedders.size(); column++) {
        columns.add(start.apply(embedders.get(column), column(texts, column)));
      }
      return pause.during(() -> columns.stream().map(runs -> runs.await(deadline)).toList());
    } finally {
      // If one model fails, nobody waits for the others.
      columns.forEach(PendingEmbeddings::cancel);
    }
  }

  /// Refuses a text before any work is done for it.
  ///
  /// @param characters the length of the text, about
  /// @throws EmbedException if too much work is waiting already
  public void requireRoom(int characters) {
    embedders.forEach(embedder -> embedder.requireRoom(characters));
  }

  /// About how many tokens are waiting or in a model.
  public long waitingTokens() {
    return embedders.stream().mapToLong(Embedder::waitingTokens).sum();
  }

  /// How many tokens may wait at most.
  public long mostWaitingTokens() {
    return embedders.stream().mapToLong(Embedder::mostWaitingTokens).min().orElseThrow();
  }

  private static List<ModelText> column(List<List<ModelText>> texts, int column) {
    return texts.stream().map(text -> text.get(column)).toList();
  }

  private static List<TextEmbeddings> rows(List<List<EmbeddedText>> columns) {
    return IntStream.range(0, columns.getFirst().size())
        .mapToObj(row -> row(columns.stream().map(column -> column.get(row)).toList()))
        .toList();
  }

  private static TextEmbeddings row(List<EmbeddedText> byModel) {
    List<Embedding> embeddings = new ArrayList<>();
    for (EmbeddedText text : byModel) {
      if (text.embedding() != null) {
        embeddings.add(text.embedding());
      }
    }
    return new TextEmbeddings(
        embeddings.size() < byModel.size()
            ? null
            : new TextVectors(embeddings, byModel.getFirst().sentences()),
        byModel.stream().mapToInt(EmbeddedText::tokens).sum(),
        byModel.stream().anyMatch(EmbeddedText::truncated),
        byModel.stream().anyMatch(EmbeddedText::foreign));
  }

  /// Waits for what [#submit] returned.
  ///
  /// @throws EmbedException if the engine fails
  public static List<TextEmbeddings> await(CompletableFuture<List<TextEmbeddings>> future) {
    return Embedder.await(future);
  }

  @Override
  public void close() {
    embedders.forEach(Embedder::close);
  }
}
