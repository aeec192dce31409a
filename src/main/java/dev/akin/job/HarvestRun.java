package dev.akin.job;

import dev.akin.harvest.ExpiredTokenException;
import dev.akin.harvest.Harvest;
import dev.akin.harvest.HarvestPage;
import dev.akin.harvest.HarvestRequest;
import dev.akin.harvest.HarvestedPaper;
import dev.akin.harvest.Repository;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import dev.akin.paper.Paper;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings a harvest into an index, page by page. Each page is committed together with the token of
/// the next. Close it.
final class HarvestRun implements AutoCloseable {
  private final HarvestOrder order;
  private final JobSetting setting;
  private final List<Problem> problems = new ArrayList<>();
  private String source;
  private @Nullable Repository repository;
  private @Nullable Harvest harvest;
  private @Nullable HarvestPage first;
  private boolean failed;

  HarvestRun(HarvestOrder order, JobSetting setting) {
    this.order = order;
    this.setting = setting;
    this.source = order.name().isEmpty() ? order.request().url().getHost() : order.name();
  }

  /// Reads the first page of a harvest that no index knows of, before there is an index: a server
  /// that cannot be reached must not leave an empty one.
  ///
  /// @return false if stopped, or the server, the network or the page fails, which the listener is
  ///   told
  boolean readFirst() {
    try {
      Harvest opened = open(order.request(), null);
      first = opened == null ? null : opened.next();
      return first != null;
    } catch (ReadException e) {
      failed = true;
      setting.listener().failed(e);
      tell(new JobCounters().summary("", 0, 0), false, e);
      return false;
    }
  }

  private void tell(JobSummary done, boolean reconciled, @Nullable ReadException failure) {
    setting
        .listener()
        .harvested(
            new SourceSummary(
                source,
                order.request().url().toString(),
                repository,
                done,
                reconciled,
                failure == null ? null : String.valueOf(failure.getMessage())));
  }

  private @Nullable Harvest open(HarvestRequest from, @Nullable String token) {
    close();
    Harvest opened = Harvest.open(from, token, problems::add, setting.stopped());
    harvest = opened;
    repository = opened.identify();
    return repository == null ? null : opened;
  }

  /// Harvests from where the last run was stopped, or what has changed since it ended. Does nothing
  /// if it failed before.
  void into(PaperIntake intake) {
    if (failed || setting.isStopped()) {
      return;
    }
    JobSummary before = intake.summary();
    HarvestMemory memory = new HarvestMemory(intake.writer(), order);
    ReadException failure = null;
    boolean reconciled = false;
    try {
      source = memory.source();
      takeAll(memory, intake);
      if (order.reconcile() != JobOptions.Prune.NEVER && harvest != null && !setting.isStopped()) {
        boolean hadProblems = intake.summary().refused() > before.refused();
        reconciled =
            new Reconciliation(intake, source, memory).run(order.reconcile(), harvest, hadProblems);
      }
    } catch (ReadException e) {
      failure = e;
      intake.failed(e);
    } finally {
      close();
    }
    tell(intake.summary().minus(before), reconciled, failure);
  }

  private void takeAll(HarvestMemory memory, PaperIntake intake) {
    if (harvest == null) {
      takeAll(memory, memory.token(), intake);
    } else {
      HarvestPage page = first;
      first = null;
      takeAll(harvest, page, memory, intake);
    }
  }

  private void takeAll(HarvestMemory memory, @Nullable String token, PaperIntake intake) {
    try {
      Harvest opened = open(memory.next(), token);
      if (opened != null) {
        takeAll(opened, opened.next(), memory, intake);
      }
    } catch (ExpiredTokenException e) {
      if (token == null) {
        throw e;
      }
      memory.beginAgain();
      takeAll(memory, null, intake);
    }
  }

  private void takeAll(
      Harvest pages, @Nullable HarvestPage page, HarvestMemory memory, PaperIntake intake) {
    for (HarvestPage next = page; next != null; next = pages.next()) {
      take(next, memory, intake);
    }
  }

  private void take(HarvestPage page, HarvestMemory memory, PaperIntake intake) {
    problems.forEach(intake::refuseRecord);
    problems.clear();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<Paper> closed = new ArrayList<>();
    for (HarvestedPaper harvested : page.papers()) {
      if (setting.isStopped()) {
        return;
      }
      Paper paper = harvested.paper();
      paper = paper.held(paper.holding().from(source));
      if (order.access() == HarvestOrder.AccessWanted.OPEN && !paper.holding().isOpen(today)) {
        closed.add(paper);
      } else {
        intake.accept(paper, harvested.origin());
      }
    }
    intake.settle();
    if (setting.isStopped()) {
      return; // a part of the page may be missing
    }
    page.deleted().forEach(intake::remove);
    closed.forEach(paper -> intake.leaveOut(paper.id()));
    memory.read(page);
    intake.settle();
  }

  /// Closes the connections.
  @Override
  public void close() {
    if (harvest != null) {
      harvest.close();
    }
  }
}
