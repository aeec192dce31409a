package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.Models;
import dev.akin.index.PaperIndexWriter;
import dev.akin.read.PaperSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Brings an index up to date with its inputs: embeds papers that are new or whose text changed,
/// keeps what is the same, and commits as it goes. The index itself is the checkpoint: after a
/// crash the same job goes on from what it holds.
///
/// While the models work on one window of papers, this thread reads and tokenizes the next and
/// writes the last. For one run, by one thread; [#stop] may be called by another.
public final class IndexJob {
  private final Path index;
  private final Models models;
  private final Supplier<Embedders> embedders;
  private final JobOptions options;
  private final JobListener listener;

  private volatile boolean stopped;

  /// @param models of the index
  /// @param embedders of `models`; asked for only when a text has to be embedded
  public IndexJob(
      Path index,
      Models models,
      Supplier<Embedders> embedders,
      JobOptions options,
      JobListener listener) {
    this.index = index;
    this.models = models;
    this.embedders = embedders;
    this.options = options;
    this.listener = listener;
  }

  /// Runs the job to its end.
  ///
  /// @throws dev.akin.index.IndexException if the index cannot be written; what was committed is
  ///   safe
  /// @throws dev.akin.embed.EmbedException if the model cannot be used
  public JobSummary run(List<PaperSource> sources) {
    try (PaperIndexWriter writer = PaperIndexWriter.open(index, models.spaces())) {
      IndexRun run = new IndexRun(writer, models, embedders, options, listener, () -> stopped);
      run.read(sources, new InputPosition(sources));
      return run.finish();
    }
  }

  /// Asks the running job to commit what it has and end; returns at once.
  public void stop() {
    stopped = true;
  }
}
