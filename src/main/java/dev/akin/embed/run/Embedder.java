package dev.akin.embed.run;

import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelGraph;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Pooling;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.token.TextTokenizer;
import dev.akin.embed.token.TokenBatch;
import dev.akin.embed.token.TokenizedText;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Embeds texts with one model: tokenizes them, runs the model on ONNX Runtime through DJL, pools
/// the states of tokens, and scales the result to length 1.
///
/// Many texts are cut into batches of a limited number of tokens. Workers run the batches; usually
/// there is one for each core. The caller's thread tokenizes, so submit the next texts while the
/// last ones run. Native memory grows with the number of workers times the tokens of a batch.
///
/// Safe for use by many threads. Close it: that waits for the submitted texts, and later texts are
/// refused.
///
/// @hidden public for its own room only
public final class Embedder implements AutoCloseable {
  private final ModelFolder folder;
  private final Space space;
  private final TextTokenizer tokenizer;
  private final ModelSession session;
  private final ExecutorService workers;
  private final TokenQueue queue;

  // A thread that tokenizes and submits holds the read lock, a thread that closes the write lock:
  // the JVM crashes if native memory is freed during a call.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Embedder(
      ModelFolder folder, TextTokenizer tokenizer, ModelSession session, TokenQueue queue) {
    this.folder = folder;
    this.space = folder.space();
    this.tokenizer = tokenizer;
    this.session = session;
    this.queue = queue;
    this.workers =
        Executors.newFixedThreadPool(
            session.settings().workers(),
            Thread.ofPlatform().name("akin-embed-", 1).daemon().factory());
  }

  /// Verifies the model's files, then loads them.
  ///
  /// @throws EmbedException if a file is missing or damaged, or the device cannot be used
  public static Embedder open(ModelFolder folder, EmbedOptions options) {
    ModelGraph graph = folder.verifiedGraph(options.device());
    return open(folder, graph, options, options.settings(folder.settings()));
  }

  /// Loads the model with its published graph, even if there is a rewritten one.
  ///
  /// @throws EmbedException if a file is missing or damaged, or the device cannot be used
  public static Embedder openPublished(ModelFolder folder, EmbedOptions options) {
    folder.verify();
    ModelGraph graph = ModelGraph.published(folder);
    return open(folder, graph, options, options.settings(RunSettings.workerPerCore()));
  }

  /// Loads a graph of the model without verifying it.
  public static Embedder open(ModelFolder folder, ModelGraph graph, RunSettings settings) {
    return open(folder, graph, EmbedOptions.onAllCores(), settings);
  }

  private static Embedder open(
      ModelFolder folder, ModelGraph graph, EmbedOptions options, RunSettings settings) {
    NativeLibraries.load();
    TextTokenizer tokenizer = TextTokenizer.open(folder.path(), folder.card().maxTokens());
    try {
      return new Embedder(
          folder,
          tokenizer,
          ModelSession.open(graph, folder.card(), options.device(), settings),
          new TokenQueue(options.patience(), settings.workers()));
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /// How the model is run.
  public RunSettings settings() {
    return session.settings();
  }

  /// The model, which renders texts for [#embed].
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
  /// @return a result for each text, in the same order
  /// @throws EmbedException if the engine fails
  public List<EmbeddedText> embed(List<ModelText> texts) {
    return await(submit(texts));
  }

  /// Starts to embed texts for a caller who waits. Each text runs alone, so its vector depends on
  /// nothing else. The workers tokenize, too.
  ///
  /// @throws EmbedException if too much work is waiting already
  /// @throws IllegalStateException if this is closed
  public PendingEmbeddings<EmbeddedText> embedEach(List<ModelText> texts) {
    return each(texts, tokenizer::tokenize, this::embedded);
  }

  /// Like [#embedEach], so that cosines with the texts can be explained.
  public PendingEmbeddings<ExplainedEmbedding> explainEach(List<ModelText> texts) {
    boolean hasShares = folder.card().poolingMethod() == Pooling.MEAN;
    return each(
        texts,
        hasShares ? tokenizer::tokenizeTerms : tokenizer::tokenize,
        pooled -> new ExplainedEmbedding(embedded(pooled), pooled));
  }

  /// Refuses a text before it is tokenized.
  ///
  /// @param characters the length of the text, about
  /// @throws EmbedException if too much work is waiting already
  public void requireRoom(int characters) {
    queue.requireRoom(Math.min(folder.card().maxTokens(), characters / 4));
  }

  private <T> PendingEmbeddings<T> each(
      List<ModelText> texts,
      Function<ModelText, TokenizedText> tokenize,
      Function<PooledPasses, T> result) {
    return whileOpen(
        () -> {
          queue.enter(texts.stream().mapToLong(this::likelyTokens).sum());
          return new PendingEmbeddings<>(
              texts.stream()
                  .map(
                      text -> start(text, () -> result.apply(alone(TextPasses.of(text, tokenize)))))
                  .toList());
        });
  }

  private <T> CompletableFuture<T> start(ModelText text, Supplier<T> run) {
    CompletableFuture<T> started = CompletableFuture.supplyAsync(run, workers);
    CompletableFuture<T> _ =
        started.whenComplete((done, failure) -> queue.leave(likelyTokens(text)));
    return started;
  }

  /// In most languages, a token is about four bytes.
  private long likelyTokens(ModelText text) {
    return text.passes().mapToLong(this::likelyTokens).sum();
  }

  private long likelyTokens(String text) {
    int cut = Math.min(text.length(), 4 * folder.card().maxTokens());
    int bytes = text.substring(0, cut).getBytes(StandardCharsets.UTF_8).length;
    return Math.min(folder.card().maxTokens(), 2 + bytes / 4);
  }

  private PooledPasses alone(TextPasses text) {
    long start = System.nanoTime();
    List<PooledText> pooled = new ArrayList<>();
    for (TokenizedText pass : text.all()) {
      TokenBatch batch = new TokenBatch(List.of(new TokenBatch.Member(0, pass)));
      pooled.add(session.pool(batch).getFirst());
    }
    queue.measured(text.tokens(), System.nanoTime() - start);
    return new PooledPasses(text, pooled, folder.card().weightOfTitle());
  }

  /// About how many tokens of [#embedEach] and [#explainEach] are waiting or in the model.
  public long waitingTokens() {
    return queue.tokens();
  }

  /// How many tokens may wait at most.
  public long mostWaitingTokens() {
    return queue.capacity();
  }

  /// Tokenizes texts in this thread and leaves the rest to the workers: for many texts, which go
  /// through the model together.
  ///
  /// @return completes with one for each text, in the same order; or with an [EmbedException].
  ///   Cancelling it drops the batches that have not begun
  /// @throws IllegalStateException if this is closed
  public CompletableFuture<List<EmbeddedText>> submit(List<ModelText> texts) {
    return whileOpen(
        () -> start(texts.stream().map(text -> TextPasses.of(text, tokenizer::tokenize)).toList()));
  }

  private <T> T whileOpen(Supplier<T> work) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedder is closed");
      }
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private CompletableFuture<List<EmbeddedText>> start(List<TextPasses> texts) {
    List<TokenizedText> passes = texts.stream().flatMap(text -> text.all().stream()).toList();
    AtomicReferenceArray<PooledText> results = new AtomicReferenceArray<>(passes.size());
    CompletableFuture<?>[] batches =
        TokenBatch.cut(passes, session.settings().tokensPerBatch(), session.batching()).stream()
            .map(batch -> CompletableFuture.runAsync(() -> run(batch, results), workers))
            .toArray(CompletableFuture[]::new);
    CompletableFuture<List<EmbeddedText>> all =
        CompletableFuture.allOf(batches).thenApply(done -> joined(texts, results));
    CompletableFuture<List<EmbeddedText>> _ =
        all.whenComplete((done, failure) -> cancel(List.of(batches)));
    return all;
  }

  /// Batches that have not begun never do.
  private static void cancel(List<CompletableFuture<?>> batches) {
    batches.forEach(batch -> batch.cancel(false));
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

  private void run(TokenBatch batch, AtomicReferenceArray<PooledText> results) {
    List<PooledText> pooled = session.pool(batch);
    for (int row = 0; row < pooled.size(); row++) {
      results.set(batch.members().get(row).place(), pooled.get(row));
    }
  }

  /// @param results those of the passes of all texts, in order
  private List<EmbeddedText> joined(
      List<TextPasses> texts, AtomicReferenceArray<PooledText> results) {
    List<EmbeddedText> embedded = new ArrayList<>(texts.size());
    int place = 0;
    for (TextPasses text : texts) {
      int next = place + text.all().size();
      List<PooledText> pooled = IntStream.range(place, next).mapToObj(results::get).toList();
      embedded.add(embedded(new PooledPasses(text, pooled, folder.card().weightOfTitle())));
      place = next;
    }
    return embedded;
  }

  private EmbeddedText embedded(PooledPasses text) {
    return new EmbeddedText(
        direction(text.vector()),
        SentenceEmbeddings.of(space, text.sentences()),
        text.passes().tokens(),
        text.passes().whole().truncated(),
        text.passes().whole().foreign());
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

  // Waits even if interrupted. ExecutorService.close would then drop queued work, and its callers
  // would wait forever.
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
