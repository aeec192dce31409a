package dev.akin.job;

import com.carrotsearch.hppc.LongHashSet;
import dev.akin.base.TextHash;
import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.exchange.VectorParts;
import dev.akin.exchange.VectorRow;
import dev.akin.index.store.TextKey;
import dev.akin.job.progress.EmbedSummary;
import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import dev.akin.read.Problem;
import dev.akin.vector.TextVectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Embeds the texts of one shard and writes their vectors, in parts that are finished one after the
/// other. Texts that finished parts have already are not embedded again. For one thread.
public final class ShardEmbedding {
  /// The first part is small, so that some work is safe soon; each is twice as large as the one
  /// before.
  private static final int FIRST_PART = 256;

  private static final int MAX_PART = 4_096;

  private final VectorParts parts;
  private final Models models;
  private final Supplier<Embedders> embedders;
  private final Consumer<Problem> problems;
  private final BooleanSupplier stopped;
  private final long startNanos = System.nanoTime();

  private final LongHashSet ofThisRun = new LongHashSet();
  private final List<VectorRow> rows = new ArrayList<>();
  private Window filling = Window.first();
  private Window running = Window.first();
  private int partRows = FIRST_PART;

  private long read;
  private long written;
  private long finished;
  private long sharedText;
  private long otherShards;
  private long withoutText;
  private long refused;
  private long truncated;
  private long tokens;

  /// @param parts says which shard it is
  /// @param embedders of `models`; asked for only when a text has to be embedded
  /// @param problems is told of each paper that the model gives no direction
  /// @param stopped whether to end with what the model has done
  public ShardEmbedding(
      VectorParts parts,
      Models models,
      Supplier<Embedders> embedders,
      Consumer<Problem> problems,
      BooleanSupplier stopped) {
    this.parts = parts;
    this.models = models;
    this.embedders = embedders;
    this.problems = problems;
    this.stopped = stopped;
  }

  /// Takes in a paper.
  ///
  /// @param origin where its record is
  public void add(Paper paper, PaperOrigin origin) {
    read++;
    if (paper.withoutText()) {
      withoutText++;
      return;
    }
    List<ModelText> text = models.document(paper);
    TextKey key = TextKeys.of(text);
    if (!parts.shard().has(key.value())) {
      otherShards++;
    } else if (parts.holds(key.value())) {
      finished++;
    } else if (!ofThisRun.add(TextHash.of(key.value()))) {
      sharedText++;
    } else {
      filling.addText(key, text);
      filling.add(
          new Window.Entry(new PendingPaper(paper, origin, CountAs.INDEXED, null), key, false));
    }
    if (filling.isFull()) {
      submit();
    }
  }

  /// Counts a record that was skipped.
  public void refuse(Problem problem) {
    read++;
    refused++;
    problems.accept(problem);
  }

  /// Gives the filled window to the model, and takes what it has done. When stopped, both stay as
  /// they are.
  private void submit() {
    if (!stopped.getAsBoolean()) {
      filling.submit(embedders);
      if (take()) {
        running = filling;
        filling = running.next();
      }
    }
  }

  /// @return false if told to stop before the model had done it
  private boolean take() {
    Map<TextKey, TextEmbeddings> embedded = running.embeddings(stopped);
    if (embedded == null) {
      return false;
    }
    for (Window.Entry entry : running.entries()) {
      TextKey key = Objects.requireNonNull(entry.text());
      take(entry, key, Objects.requireNonNull(embedded.get(key)));
    }
    running = Window.first();
    if (rows.size() >= partRows) {
      write();
      partRows = Math.min(MAX_PART, 2 * partRows);
    }
    return true;
  }

  private void take(Window.Entry entry, TextKey key, TextEmbeddings text) {
    tokens += text.tokens();
    truncated += text.truncated() ? 1 : 0;
    TextVectors vectors = text.vectors();
    if (vectors == null) {
      refused++;
      problems.accept(entry.pending().origin().problem(Pipeline.NO_DIRECTION));
    } else {
      rows.add(
          new VectorRow(
              entry.paper().id().value(),
              key.value(),
              vectors.embeddings().getFirst().toArray(),
              vectors.sentences().toBytes()));
    }
  }

  private void write() {
    if (!rows.isEmpty()) {
      parts.write(rows);
      written += rows.size();
      rows.clear();
    }
  }

  /// Embeds and writes what is left. When stopped, writes only what the model has done already; the
  /// rest counts as not read.
  public EmbedSummary finish() {
    submit();
    take();
    write();
    EmbedSummary done = summary();
    running.cancel();
    filling.cancel();
    return done;
  }

  /// Texts that were embedded so far.
  long embedded() {
    return written + rows.size();
  }

  /// What is finished so far.
  EmbedSummary summary() {
    long open = (long) rows.size() + running.entries().size() + filling.entries().size();
    return new EmbedSummary(
        read - open,
        written,
        finished,
        sharedText,
        otherShards,
        withoutText,
        refused,
        truncated,
        tokens,
        Duration.ofNanos(System.nanoTime() - startNanos));
  }
}
