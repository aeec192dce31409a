package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.ModelText;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Papers that are embedded and written together: enough that texts of the same length fill
/// batches, few enough that memory is bounded.
final class Window {
  /// Each window is twice as large as the one before, up to the maximum, so that the first papers
  /// are safe soon.
  private static final int FIRST_PAPERS = 32;

  static final int MAX_PAPERS = 256;
  private static final long MAX_CHARACTERS = 8_000_000;

  /// What a paper and a name take in addition to their letters.
  private static final long PAPER_CHARACTERS = 300;

  private static final long LINE_CHARACTERS = 30;
  private static final long LOOK_MILLIS = 50;

  /// A paper to write.
  ///
  /// @param text absent if it has none
  /// @param sharesText whether another paper has the same text
  record Entry(PendingPaper pending, @Nullable TextKey text, boolean sharesText) {
    Paper paper() {
      return pending.paper();
    }
  }

  private final int maxPapers;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<TextKey, List<ModelText>> texts = new LinkedHashMap<>();
  private final Map<TextKey, TextVectors> made = new LinkedHashMap<>();
  private long characters;
  private CompletableFuture<List<TextEmbeddings>> embedded =
      CompletableFuture.completedFuture(List.of());

  private Window(int maxPapers) {
    this.maxPapers = maxPapers;
  }

  /// The first window of a run.
  static Window first() {
    return new Window(FIRST_PAPERS);
  }

  /// The window to fill after this one.
  Window next() {
    return new Window(Math.min(MAX_PAPERS, 2 * maxPapers));
  }

  void add(Entry entry) {
    entries.add(entry);
    characters += characters(entry.paper());
  }

  /// About how much memory a paper takes, in characters.
  static long characters(Paper paper) {
    long texts = (long) paper.title().length() + paper.abstractText().length();
    long names =
        paper.authors().stream().mapToLong(author -> author.length() + LINE_CHARACTERS).sum();
    return PAPER_CHARACTERS + names + (paper.written() == null ? texts : 2 * texts);
  }

  /// Adds a text to embed, as each model reads it.
  void addText(TextKey key, List<ModelText> text) {
    texts.put(key, text);
  }

  /// Adds a text whose vectors were made before.
  void addMade(TextKey key, TextVectors vectors) {
    made.put(key, vectors);
  }

  /// The texts whose vectors were made before.
  Map<TextKey, TextVectors> made() {
    return made;
  }

  boolean holds(TextKey key) {
    return texts.containsKey(key) || made.containsKey(key);
  }

  boolean isFull() {
    return entries.size() >= maxPapers || characters >= MAX_CHARACTERS;
  }

  List<Entry> entries() {
    return entries;
  }

  /// How many of its papers are counted only when they are written.
  long open() {
    return entries.stream().filter(entry -> entry.pending().isOpen()).count();
  }

  /// Whether the models have nothing to do for it.
  boolean hasNoTexts() {
    return texts.isEmpty();
  }

  /// Starts embedding. The model is loaded only if there is a text.
  void submit(Supplier<Embedders> embedders) {
    if (!texts.isEmpty()) {
      embedded = embedders.get().submit(List.copyOf(texts.values()));
    }
  }

  /// Waits for the embeddings.
  ///
  /// @return absent if `stopped` returned true before they were there
  @Nullable Map<TextKey, TextEmbeddings> embeddings(BooleanSupplier stopped) {
    while (!embedded.isDone()) {
      if (stopped.getAsBoolean()) {
        return null;
      }
      look();
    }
    List<TextEmbeddings> results = Embedders.await(embedded);
    Map<TextKey, TextEmbeddings> byKey = new LinkedHashMap<>();
    int i = 0;
    for (TextKey key : texts.keySet()) {
      byKey.put(key, results.get(i++));
    }
    return byKey;
  }

  private void look() {
    try {
      embedded.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // It is not done, or awaiting it tells why it failed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while embedding", e);
    }
  }

  /// Drops the texts that the models have not begun with.
  void cancel() {
    embedded.cancel(false);
  }
}
