package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.ModelText;
import dev.akin.index.document.TextKey;
import dev.akin.paper.Paper;
import dev.akin.read.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Papers that are embedded and indexed together: enough that texts of a length fill batches, few
/// enough that memory is bounded.
final class Window {
  /// Each window is twice as large as the one before, up to the most: the first papers are safe
  /// soon.
  private static final int FIRST_PAPERS = 32;

  private static final int MAX_PAPERS = 256;
  private static final long MAX_CHARACTERS = 8_000_000;

  /// What a paper and a name take beside their letters.
  private static final long PAPER_CHARACTERS = 300;

  private static final long LINE_CHARACTERS = 30;

  /// A paper to index.
  ///
  /// @param origin what to say if it has to be refused
  /// @param counted as what it is counted when it is written
  /// @param text absent if it has none
  /// @param sharesText whether another paper has the text, too
  record Entry(
      Paper paper, Problem origin, CountAs counted, @Nullable TextKey text, boolean sharesText) {
    /// Whether its record is counted only when it is written.
    boolean isNew() {
      return counted != CountAs.BEFORE;
    }
  }

  private final int maxPapers;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<TextKey, List<ModelText>> texts = new LinkedHashMap<>();
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

  /// The one to fill after this.
  Window next() {
    return new Window(Math.min(MAX_PAPERS, 2 * maxPapers));
  }

  void add(Entry entry) {
    entries.add(entry);
    characters += characters(entry.paper());
  }

  /// How much memory a paper takes, in characters, about.
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

  boolean holds(TextKey key) {
    return texts.containsKey(key);
  }

  boolean isFull() {
    return entries.size() >= maxPapers || characters >= MAX_CHARACTERS;
  }

  List<Entry> entries() {
    return entries;
  }

  /// Starts embedding; the model is asked for only if there is a text.
  void submit(Supplier<Embedders> embedder) {
    if (!texts.isEmpty()) {
      embedded = embedder.get().submit(List.copyOf(texts.values()));
    }
  }

  /// Waits for the embeddings.
  Map<TextKey, TextEmbeddings> embeddings() {
    List<TextEmbeddings> results = Embedders.await(embedded);
    Map<TextKey, TextEmbeddings> byKey = new LinkedHashMap<>();
    int i = 0;
    for (TextKey key : texts.keySet()) {
      byKey.put(key, results.get(i++));
    }
    return byKey;
  }
}
