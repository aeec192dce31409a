package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.Models;
import dev.akin.exchange.LoadedVectors;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Rebuild;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobSummary;
import dev.akin.read.PaperSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Brings an index up to date with its inputs: embeds papers that are new or whose text changed,
/// keeps what is the same, and commits as it goes. The index is the only checkpoint: after a crash
/// the same job continues from what the index has.
///
/// While the models work on one window of papers, this thread fills the next with what another
/// thread has read, and writes the one before. For one run, by one thread; [#stop] may be called by
/// another.
public final class IndexJob {
  /// The share of a job that is done when the papers of the old build are embedded and an input
  /// follows. Most papers of an input are in the old build, too.
  private static final double AFTER_REBUILDING = 0.9;

  private final JobTarget target;
  private final JobSetting setting;

  private volatile boolean stopped;

  /// @param models of the index, or those that it is to have
  /// @param embedders of `models`; asked for only when a text has to be embedded
  public IndexJob(
      JobTarget target,
      Models models,
      Supplier<Embedders> embedders,
      JobOptions options,
      JobListener listener) {
    this.target = target;
    this.setting = new JobSetting(models, embedders, options, listener, () -> stopped);
  }

  /// A job that logs how it goes on (SLF4J), for programs that use akin as a library.
  ///
  /// @param embedders of the models of the index, or of those that it is to have
  public IndexJob(JobTarget target, Embedders embedders, JobOptions options) {
    this(target, embedders.models(), () -> embedders, options, new JobLog());
  }

  /// Runs the job to its end.
  ///
  /// @throws dev.akin.index.store.IndexException if the index cannot be written; what was committed
  ///   is safe
  /// @throws dev.akin.embed.model.EmbedException if the model cannot be used, or vectors that were
  ///   made before are not its own
  public JobSummary run(List<PaperSource> sources) {
    LoadedVectors vectors = setting.options().vectors();
    if (vectors != null && vectors.areOfPapers() && mayEmbed()) {
      new MadeVectorsSample(vectors, setting.embedders().get())
          .check(sources, setting.options().read());
    }
    return run(sources, intake -> intake.read(sources, new InputPosition(sources)));
  }

  /// Harvests servers, one after the other: what has changed since the last harvest, or from where
  /// that was stopped. If one fails, the listener is told, and the others are harvested. If none
  /// can be reached and there is no index yet, makes none.
  public JobSummary harvest(List<HarvestOrder> orders) {
    List<HarvestRun> harvests =
        orders.stream().map(order -> new HarvestRun(order, setting)).toList();
    try {
      return target.isNew() && harvests.stream().noneMatch(HarvestRun::readFirst)
          ? new JobCounters().summary("", 0, 0)
          : run(List.of(), intake -> harvests.forEach(harvest -> harvest.into(intake)));
    } finally {
      harvests.forEach(HarvestRun::close);
    }
  }

  private JobSummary run(List<PaperSource> sources, Consumer<PaperIntake> input) {
    try (InputSurvey survey = new InputSurvey(target.store(), sources, setting.options().read())) {
      return isReplaced() ? rebuild(survey, sources, input) : update(survey, input);
    }
  }

  private boolean isReplaced() {
    return setting.options().otherModels() == JobOptions.OtherModels.REPLACED
        && !target.isNew()
        && !target.spaces().equals(setting.models().spaces());
  }

  /// Whether a run makes a build, so that every paper has to be embedded. A model that does not
  /// work must not leave a build that only it can fill.
  public boolean beginsBuild() {
    return target.isNew() || isReplaced();
  }

  /// Whether the models are used at all: not if there are vectors that were made before, and the
  /// models are not here.
  public boolean mayEmbed() {
    return setting.mayEmbed();
  }

  private JobSummary update(InputSurvey survey, Consumer<PaperIntake> input) {
    try (PaperIndexWriter writer = target.store().writer(setting.models().spaces())) {
      PaperIntake intake = new PaperIntake(writer, setting, survey);
      input.accept(intake);
      return intake.finish();
    }
  }

  private JobSummary rebuild(
      InputSurvey survey, List<PaperSource> sources, Consumer<PaperIntake> input) {
    try (Rebuild build = target.store().rebuild(setting.models().spaces())) {
      PaperIntake intake = new PaperIntake(build.writer(), setting, survey);
      setting.listener().rebuilding(build.old().info().papers());
      double share = sources.isEmpty() ? 1 : AFTER_REBUILDING;
      intake.begin(0, share);
      new Reembedding(build, intake).takeOver(setting.stopped());
      intake.compact();
      if (!stopped) {
        build.answer();
        intake.begin(share, 1);
        input.accept(intake);
      }
      return intake.finish();
    }
  }

  /// Asks the running job to commit what it has and end; returns at once.
  public void stop() {
    stopped = true;
  }
}
