package dev.akin.job;

import dev.akin.exchange.LoadedVectors;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.job.progress.JobSummary;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperOrigin;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import dev.akin.vector.Embedding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a job: decides what each record means for the index, and has it written.
final class PaperIntake implements Pipeline.Outlet {
  private static final int RECORDS_PER_PROGRESS = 5_000;
  private static final int RENEWED_PAPERS = 5_000;

  private final PaperIndexWriter writer;
  private final JobSetting setting;
  private final JobListener listener;

  private final JobCounters counters = new JobCounters();
  private final SeenRecords seen = new SeenRecords();
  private final PendingPapers waiting = new PendingPapers();
  private final WorkProgress work;
  private final Pipeline pipeline;
  private boolean inputHadProblems;

  PaperIntake(PaperIndexWriter writer, JobSetting setting, InputSurvey survey) {
    this.writer = writer;
    this.setting = setting;
    this.listener = setting.listener();
    this.work = new WorkProgress(survey);
    this.pipeline = new Pipeline(writer, setting, counters, this);
    committed();
  }

  PaperIndexWriter writer() {
    return writer;
  }

  /// The next papers are from another input ([WorkProgress#begin]).
  void begin(double start, double end) {
    work.begin(start, end);
  }

  /// Adds a paper of another build.
  ///
  /// @param share of that build's papers up to this one
  void takeOver(Paper paper, double share) {
    setting.met(paper);
    PaperStatus status = writer.status(paper);
    work.tookOld(paper, status, share);
    switch (status) {
      case SAME, DELETED -> {}
      case NEW, OTHER_TEXT, OTHER_RECORD ->
          pipeline.add(
              new PendingPaper(
                  paper, new PaperOrigin(paper.id().value(), 0, 0), CountAs.TAKEN_OVER, status));
    }
  }

  void read(Iterable<PaperSource> sources, InputPosition position) {
    for (PaperSource source : sources) {
      if (!setting.isStopped()) {
        read(source, position);
      }
    }
  }

  private void read(PaperSource source, InputPosition position) {
    try (ReadAhead ahead = new ReadAhead(source, setting.options().read(), this::expect)) {
      for (ReadAhead.Item item = ahead.next(setting.stopped());
          item != null;
          item = ahead.next(setting.stopped())) {
        take(item, position);
        if (counters.read % RECORDS_PER_PROGRESS == 0) {
          progress();
        }
      }
      position.finished(source);
      if (!ahead.encoding().equals(StandardCharsets.UTF_8)) {
        listener.decoded(source, ahead.encoding());
      }
    } catch (ReadException e) {
      failed(e);
    }
  }

  private void expect(List<Paper> papers) {
    writer.expect(papers, new TextKeys(setting.models()));
  }

  private void take(ReadAhead.Item item, InputPosition position) {
    switch (item) {
      case ReadAhead.Item.Found found -> {
        work.took(position.share(found.positionBytes()));
        accept(found.paper(), found.origin());
      }
      case ReadAhead.Item.Refused refused -> refuseRecord(refused.problem());
      default -> throw new IllegalArgumentException("nothing was found: " + item);
    }
  }

  /// Counts a record that was skipped.
  void refuseRecord(Problem problem) {
    counters.read++;
    refuse(problem);
  }

  private void refuse(Problem problem) {
    counters.refused++;
    inputHadProblems = true;
    listener.refused(problem);
  }

  /// An input could not be read to its end.
  void failed(ReadException failure) {
    inputHadProblems = true;
    listener.failed(failure);
  }

  /// Removes a paper that its source no longer has.
  void remove(PaperId id) {
    counters.removed += writer.delete(id) ? 1 : 0;
  }

  /// Removes a paper that is not wanted, and counts it as left out.
  void leaveOut(PaperId id) {
    counters.leftOut++;
    remove(id);
  }

  /// Removes papers that seem to be gone, unless that does not look safe.
  void prune(JobOptions.Prune prune, Pruning.Gone gone, boolean hadProblems) {
    new Pruning(writer, listener).prune(prune, gone, hadProblems, counters);
  }

  /// Takes in a paper.
  ///
  /// @param origin where its record is
  void accept(Paper paper, PaperOrigin origin) {
    counters.read++;
    setting.met(paper);
    SeenRecords.Earlier earlier = seen.add(paper, origin);
    if (earlier != null) {
      counters.duplicates++;
      if (!earlier.isSame()) {
        counters.replaced++;
        listener.replaced(origin.problem(earlier.problem(paper.id())));
      }
      PendingPaper first = waiting.of(paper.id());
      CountAs counted = first == null ? CountAs.BEFORE : first.counted();
      letWait(new PendingPaper(paper, origin, counted, null));
      return;
    }
    PaperStatus status = writer.status(paper);
    switch (status) {
      case SAME -> counters.unchanged++;
      case DELETED -> keepOut();
      case NEW -> pipeline.add(new PendingPaper(paper, origin, CountAs.INDEXED, status));
      case OTHER_TEXT, OTHER_RECORD ->
          letWait(new PendingPaper(paper, origin, CountAs.UPDATED, status));
    }
  }

  private void keepOut() {
    counters.unchanged++;
    counters.keptOut++;
  }

  private void letWait(PendingPaper paper) {
    waiting.add(paper);
    if (waiting.isFull()) {
      settleWaiting();
    }
  }

  private void settleWaiting() {
    pipeline.flush();
    for (PendingPaper paper : waiting.take()) {
      if (setting.isStopped()) {
        waiting.add(paper);
      } else {
        settle(paper);
      }
    }
  }

  private void settle(PendingPaper paper) {
    PaperStatus status = paper.status() == null ? writer.status(paper.paper()) : paper.status();
    switch (status) {
      case SAME -> counters.unchanged += paper.isOpen() ? 1 : 0;
      case DELETED -> {
        if (paper.isOpen()) {
          keepOut();
        }
      }
      case NEW, OTHER_TEXT, OTHER_RECORD -> pipeline.add(paper.withStatus(status));
    }
  }

  @Override
  public void embedding() {
    work.embedding();
  }

  @Override
  public void refused(PendingPaper paper, String why) {
    switch (paper.counted()) {
      case INDEXED, UPDATED -> {}
      case BEFORE -> counters.duplicates--;
      case TAKEN_OVER -> counters.read++;
    }
    refuse(paper.origin().problem(why));
  }

  @Override
  public void withoutVector(PendingPaper paper) {
    listener.withoutVector(
        paper.origin().problem("no vector for %s; embedded".formatted(paper.paper().id())));
  }

  private void nameUnmet(LoadedVectors vectors) {
    vectors.unmet(
        place ->
            listener.withoutPaper(
                new Problem(
                    place.file().toString(),
                    place.row(),
                    0,
                    "no paper of the input has this vector, of " + place.id())));
  }

  @Override
  public void again(PendingPaper paper) {
    if (waiting.of(paper.paper().id()) == null) {
      waiting.add(paper.withStatus(null));
    }
  }

  @Override
  public void wrote(PendingPaper paper) {
    work.wrote(paper);
  }

  @Override
  public void wroteWindow() {
    work.wroteWindow();
    progress();
  }

  private void progress() {
    int pending = pipeline.pending() + waiting.size();
    listener.progress(
        new JobProgress(
            counters.read,
            counters.refused,
            counters.embedded,
            counters.tokens,
            work.share(pending),
            work.left()));
  }

  @Override
  public void committed() {
    listener.committed(summary());
  }

  /// What was done so far.
  JobSummary summary() {
    return counters.summary(writer.build(), writer.lastCommit(), pipeline.open() + waiting.open());
  }

  /// Writes and commits everything that was taken in so far, unless stopped.
  void settle() {
    do {
      settleWaiting();
      pipeline.flush();
    } while (waiting.size() > 0 && !setting.isStopped());
    pipeline.commit();
  }

  /// Takes over what an earlier akin wrote, in steps that are safe as soon as they are done.
  private void takeOverPapers() {
    while (!setting.isStopped() && writer.renew(RENEWED_PAPERS) == RENEWED_PAPERS) {
      committed();
    }
  }

  /// Merges the index, unless stopped.
  void compact() {
    if (!setting.isStopped()) {
      boolean measures = counters.embedded + counters.made > 0 && setting.mayEmbed();
      writer.compact(setting.models().floor(), measures ? this::phrases : null);
    }
  }

  private List<@Nullable List<Embedding>> phrases(List<String> phrases) {
    return setting.embedders().get().phrases(phrases);
  }

  /// Writes and commits what is left. When stopped, writes only what the models have done already;
  /// the rest counts as not read.
  JobSummary finish() {
    if (!setting.isStopped()) {
      settle();
    }
    if (setting.isStopped()) {
      pipeline.write();
      pipeline.commit();
      JobSummary done = summary();
      pipeline.drop();
      return done;
    }
    if (setting.options().prune() != JobOptions.Prune.NEVER) {
      prune(
          setting.options().prune(),
          new Pruning(writer, listener).unseen(seen::contains),
          inputHadProblems);
    }
    if (setting.options().vectors() != null) {
      nameUnmet(setting.options().vectors());
    }
    takeOverPapers();
    compact();
    writer.commit();
    return summary();
  }
}
