package dev.akin.embed;

import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Embeds texts with one model: tokens, the model on ONNX Runtime through DJL, pooling, length 1.
///
/// Texts are cut into batches of a token budget and run by one single-threaded worker a core; the
/// caller's thread does the tokenizing, so that a caller who submits the next texts while the last
/// ones run keeps the workers busy. Native memory is bounded by workers times tokens a batch. Safe
/// for use by many threads. Whoever opens it closes it; closing waits for what was submitted, and
/// later texts are refused.
public final class Embedder implements AutoCloseable {
  private final ModelFolder folder;
  private final Space space;
  private final EmbedOptions options;
  private final TextTokenizer tokenizer;
  private final ModelSession session;
  private final ExecutorService workers;

  // Held for reading while a text is tokenized and submitted, for writing while all is closed:
  // native memory that is freed under a running call takes the JVM down.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Embedder(
      ModelFolder folder, EmbedOptions options, TextTokenizer tokenizer, ModelSession session) {
    this.folder = folder;
    this.space = folder.space();
    this.options = options;
    this.tokenizer = tokenizer;
    this.session = session;
    this.workers =
        Executors.newFixedThreadPool(
            options.threads(), Thread.ofPlatform().name("akin-embed-", 1).daemon().factory());
  }

  /// Verifies the model's files, then loads them.
  ///
  /// @throws EmbedException if a file is missing or damaged, or the device cannot be used
  public static Embedder open(ModelFolder folder, EmbedOptions options) {
    folder.verify();
    NativeLibraries.load();
    TextTokenizer tokenizer = TextTokenizer.open(folder.path(), folder.card().maxTokens());
    try {
      ModelSession session = ModelSession.open(folder, options);
      return new Embedder(folder, options, tokenizer, session);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /// The model that it runs, which says how texts are put before it.
  public ModelFolder model() {
    return folder;
  }

  /// The space of the embeddings.
  public Space space() {
    return space;
  }

  /// Embeds one text.
  ///
  /// @param text as a [ModelFolder] renders it
  public EmbeddedText embed(ModelText text) {
    return await(submit(List.of(text))).getFirst();
  }

  /// Embeds texts, and waits for them.
  ///
  /// @return one for each text, in the same order
  /// @throws EmbedException if the engine fails
  public List<EmbeddedText> embed(List<ModelText> texts) {
    return await(submit(texts));
  }

  /// Embeds texts such that cosines with them can be taken apart, and waits for them.
  ///
  /// @return one for each text, in the same order
  /// @throws EmbedException if the engine fails
  public List<ReadText> read(List<ModelText> texts) {
    boolean hasShares = folder.card().poolingMethod() == Pooling.MEAN;
    return await(
        submit(
            texts,
            hasShares ? tokenizer::tokenizeTerms : tokenizer::tokenize,
            (text, pooled) -> new ReadText(embedded(text, pooled), text.terms(), pooled)));
  }

  /// Tokenizes texts in this thread and leaves the rest to the workers.
  ///
  /// @return completes with one for each text, in the same order; or with an [EmbedException]
  /// @throws IllegalStateException if this is closed
  public CompletableFuture<List<EmbeddedText>> submit(List<ModelText> texts) {
    return submit(texts, tokenizer::tokenize, this::embedded);
  }

  private <T> CompletableFuture<List<T>> submit(
      List<ModelText> texts,
      Function<ModelText, TokenizedText> tokenize,
      BiFunction<TokenizedText, PooledText, T> result) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedder is closed");
      }
      return start(texts.stream().map(tokenize).toList(), result);
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> CompletableFuture<List<T>> start(
      List<TokenizedText> texts, BiFunction<TokenizedText, PooledText, T> result) {
    AtomicReferenceArray<T> results = new AtomicReferenceArray<>(texts.size());
    CompletableFuture<?>[] batches =
        TokenBatch.cut(texts, options.tokensPerBatch()).stream()
            .map(batch -> CompletableFuture.runAsync(() -> run(batch, result, results), workers))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(batches)
        .thenApply(done -> IntStream.range(0, results.length()).mapToObj(results::get).toList());
  }

  /// Waits for what [#submit] returned.
  ///
  /// @throws EmbedException if the engine fails
  public static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbedException cause ? cause : e;
    }
  }

  private <T> void run(
      TokenBatch batch,
      BiFunction<TokenizedText, PooledText, T> result,
      AtomicReferenceArray<T> results) {
    List<PooledText> pooled = session.pool(batch);
    for (int row = 0; row < pooled.size(); row++) {
      TokenBatch.Member member = batch.members().get(row);
      results.set(member.place(), result.apply(member.text(), pooled.get(row)));
    }
  }

  private EmbeddedText embedded(TokenizedText text, PooledText pooled) {
    return new EmbeddedText(
        direction(pooled.vector()),
        SentenceEmbeddings.of(space, Arrays.asList(pooled.sentences())),
        text.tokens(),
        text.truncated());
  }

  private @Nullable Embedding direction(float[] values) {
    try {
      return Embedding.normalize(space, values);
    } catch (IllegalArgumentException noDirection) {
      return null;
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        drain();
        session.close();
        tokenizer.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  // Waits even when interrupted. ExecutorService.close would then drop what is queued, and whoever
  // waits for that would wait for ever.
  private void drain() {
    workers.shutdown();
    boolean interrupted = false;
    while (!workers.isTerminated()) {
      try {
        workers.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
