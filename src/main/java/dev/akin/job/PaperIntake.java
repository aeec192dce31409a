package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.Models;
import dev.akin.index.PaperIndexWriter;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One run of a job: sees what each record means to the index, and has it written.
final class PaperIntake implements Pipeline.Outlet {
  static final String NO_DIRECTION = "the model gives it no direction";
  private static final int RECORDS_PER_PROGRESS = 5_000;

  private final PaperIndexWriter writer;
  private final Models models;
  private final JobOptions options;
  private final JobListener listener;
  private final BooleanSupplier stopped;

  private final JobCounters tally = new JobCounters();
  private final SeenIds seen = new SeenIds();
  private final PendingPapers conflicts = new PendingPapers();
  private final Pipeline pipeline;
  private boolean inputHadProblems;
  private double share = -1;

  PaperIntake(
      PaperIndexWriter writer,
      Models models,
      Supplier<Embedders> embedders,
      JobOptions options,
      JobListener listener,
      BooleanSupplier stopped) {
    this.writer = writer;
    this.models = models;
    this.options = options;
    this.listener = listener;
    this.stopped = stopped;
    this.pipeline =
        new Pipeline(writer, models, embedders, tally, new CommitPace(options.commitShare()));
  }

  PaperIndexWriter writer() {
    return writer;
  }

  /// Adds a paper of another build.
  ///
  /// @param shareDone of that build's papers, this one included
  void takeOver(Paper paper, double shareDone) {
    share = shareDone;
    switch (writer.status(paper)) {
      case SAME, DELETED -> {}
      case NEW, OTHER_TEXT, OTHER_RECORD ->
          add(
              new PendingPaper(
                  paper, new Problem(paper.id().value(), 0, 0, NO_DIRECTION), CountAs.TAKEN_OVER));
    }
  }

  void read(Iterable<PaperSource> sources, InputPosition position) {
    for (PaperSource source : sources) {
      if (!stopped.getAsBoolean()) {
        read(source, position);
      }
    }
  }

  private void read(PaperSource source, InputPosition position) {
    try (ReadAhead ahead = new ReadAhead(source, options.read())) {
      for (ReadAhead.Item item = ahead.next(stopped); item != null; item = ahead.next(stopped)) {
        share = position.share(ahead.reader());
        take(item);
        if (tally.read % RECORDS_PER_PROGRESS == 0) {
          wrote();
        }
      }
      position.finished(ahead.reader());
    } catch (ReadException e) {
      failed(e);
    }
  }

  private void take(ReadAhead.Item item) {
    switch (item) {
      case ReadAhead.Item.Found found -> accept(found.paper(), found.origin());
      case ReadAhead.Item.Refused refused -> refuseRecord(refused.problem());
      default -> throw new IllegalArgumentException("nothing was found: " + item);
    }
  }

  /// A record that was met is refused.
  void refuseRecord(Problem problem) {
    tally.read++;
    refuse(problem);
  }

  private void refuse(Problem problem) {
    tally.refused++;
    inputHadProblems = true;
    listener.refused(problem);
  }

  /// An input could not be read, or not to its end.
  void failed(ReadException failure) {
    inputHadProblems = true;
    listener.failed(failure);
  }

  /// Takes out a paper that its source has no longer.
  void remove(PaperId id) {
    tally.removed += writer.delete(id) ? 1 : 0;
  }

  /// Takes in a paper.
  ///
  /// @param origin what to say if it has to be refused
  void accept(Paper paper, Problem origin) {
    tally.read++;
    if (!seen.add(paper.id())) {
      tally.duplicates++;
      PendingPaper first = conflicts.of(paper.id());
      letWait(new PendingPaper(paper, origin, first == null ? CountAs.BEFORE : first.counted()));
      return;
    }
    switch (writer.status(paper)) {
      case SAME -> tally.unchanged++;
      case DELETED -> keepOut();
      case NEW -> add(new PendingPaper(paper, origin, CountAs.INDEXED));
      case OTHER_TEXT, OTHER_RECORD -> letWait(new PendingPaper(paper, origin, CountAs.UPDATED));
    }
  }

  private void keepOut() {
    tally.unchanged++;
    tally.keptOut++;
  }

  private void letWait(PendingPaper conflict) {
    conflicts.add(conflict);
    if (conflicts.isFull()) {
      settleConflicts();
    }
  }

  private void add(PendingPaper paper) {
    pipeline.add(paper.paper(), paper.origin(), paper.counted(), this);
  }

  private void settleConflicts() {
    pipeline.flush(this);
    for (PendingPaper conflict : conflicts.take()) {
      if (stopped.getAsBoolean()) {
        conflicts.add(conflict);
      } else {
        settle(conflict);
      }
    }
  }

  /// Another record of its id may have been written since it was met.
  private void settle(PendingPaper conflict) {
    boolean counts = conflict.isOpen();
    switch (writer.status(conflict.paper())) {
      case SAME -> tally.unchanged += counts ? 1 : 0;
      case DELETED -> {
        if (counts) {
          keepOut();
        }
      }
      case NEW, OTHER_TEXT, OTHER_RECORD -> add(conflict);
    }
  }

  @Override
  public void refused(Window.Entry entry) {
    switch (entry.counted()) {
      case INDEXED, UPDATED -> {}
      case BEFORE -> tally.duplicates--;
      case TAKEN_OVER -> tally.read++;
    }
    refuse(entry.origin());
  }

  @Override
  public void again(Window.Entry entry) {
    if (conflicts.of(entry.paper().id()) == null) {
      conflicts.add(new PendingPaper(entry.paper(), entry.origin(), entry.counted()));
    }
  }

  @Override
  public void wrote() {
    listener.progress(tally.progress(share));
  }

  /// Writes and commits all that was taken in so far.
  void settle() {
    do {
      settleConflicts();
      pipeline.flush(this);
    } while (!conflicts.isEmpty() && !stopped.getAsBoolean());
    pipeline.commit();
  }

  /// Merges the index, unless stopped.
  void compact() {
    if (!stopped.getAsBoolean()) {
      writer.compact(models.floor());
    }
  }

  /// Writes and commits what is left; when stopped, only what the models have done already, and
  /// what is left counts as not read.
  JobSummary finish() {
    if (!stopped.getAsBoolean()) {
      settle();
    }
    if (stopped.getAsBoolean()) {
      pipeline.write(this);
      tally.read -=
          pipeline.drop() + conflicts.take().stream().filter(PendingPaper::isOpen).count();
    } else if (options.prune() != JobOptions.Prune.NEVER) {
      new Pruning(writer, seen, listener).prune(options.prune(), inputHadProblems, tally);
    }
    compact();
    return tally.summary(writer.build(), writer.commit());
  }
}
