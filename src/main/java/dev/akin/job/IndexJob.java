package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.Models;
import dev.akin.harvest.HarvestRequest;
import dev.akin.index.PaperIndex;
import dev.akin.index.PaperIndexWriter;
import dev.akin.index.Rebuild;
import dev.akin.read.PaperSource;
import dev.akin.vector.Space;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Brings an index up to date with its inputs: embeds papers that are new or whose text changed,
/// keeps what is the same, and commits as it goes. The index itself is the checkpoint: after a
/// crash the same job goes on from what it holds.
///
/// While the models work on one window of papers, this thread fills the next with what another has
/// read, and writes the last. For one run, by one thread; [#stop] may be called by another.
public final class IndexJob {
  private final Path index;
  private final Models models;
  private final Supplier<Embedders> embedders;
  private final JobOptions options;
  private final JobListener listener;

  private volatile boolean stopped;

  /// @param models of the index, or those that it is to have
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
  /// @throws dev.akin.index.disk.IndexException if the index cannot be written; what was committed
  ///   is safe
  /// @throws dev.akin.embed.model.EmbedException if the model cannot be used
  public JobSummary run(List<PaperSource> sources) {
    return run(run -> run.read(sources, new InputPosition(sources)));
  }

  /// Harvests a server to its end, in the same way: what has changed since the last time, or from
  /// where that was stopped.
  public JobSummary harvest(HarvestRequest request) {
    return run(run -> new HarvestRun(run, () -> stopped).harvest(request));
  }

  private JobSummary run(Consumer<PaperIntake> input) {
    return isReplaced(PaperIndex.spaces(index)) ? rebuild(input) : update(input);
  }

  private boolean isReplaced(List<Space> spaces) {
    return options.otherModels() == JobOptions.OtherModels.REPLACED
        && !spaces.isEmpty()
        && !spaces.equals(models.spaces());
  }

  /// Whether a run makes a build, so that every paper has to be embedded: a model that does not
  /// work must not leave one that only it can fill.
  public boolean beginsBuild() {
    List<Space> spaces = PaperIndex.spaces(index);
    return spaces.isEmpty() || isReplaced(spaces);
  }

  private JobSummary update(Consumer<PaperIntake> input) {
    try (PaperIndexWriter writer = PaperIndexWriter.open(index, models.spaces())) {
      PaperIntake run = run(writer);
      input.accept(run);
      return run.finish();
    }
  }

  private JobSummary rebuild(Consumer<PaperIntake> input) {
    try (Rebuild build = Rebuild.open(index, models.spaces())) {
      PaperIntake run = run(build.writer());
      listener.rebuilding(build.old().info().papers());
      new Reembedding(build, run).takeOver(() -> stopped);
      run.compact();
      if (!stopped) {
        build.answer();
        input.accept(run);
      }
      return run.finish();
    }
  }

  private PaperIntake run(PaperIndexWriter writer) {
    return new PaperIntake(writer, models, embedders, options, listener, () -> stopped);
  }

  /// Asks the running job to commit what it has and end; returns at once.
  public void stop() {
    stopped = true;
  }
}
