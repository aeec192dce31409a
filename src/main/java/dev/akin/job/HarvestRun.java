package dev.akin.job;

import dev.akin.harvest.ExpiredTokenException;
import dev.akin.harvest.Harvest;
import dev.akin.harvest.HarvestPage;
import dev.akin.harvest.HarvestRequest;
import dev.akin.harvest.HarvestedPaper;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Brings a harvest into an index, page by page. Each page is committed together with the token of
/// the next. Close it.
final class HarvestRun implements AutoCloseable {
  private final HarvestRequest request;
  private final BooleanSupplier stopped;
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Harvest harvest;
  private @Nullable HarvestPage first;

  HarvestRun(HarvestRequest request, BooleanSupplier stopped) {
    this.request = request;
    this.stopped = stopped;
  }

  /// Reads the first page of a harvest that no index knows of, before there is an index: a server
  /// that cannot be reached must not leave an empty one.
  ///
  /// @return false if stopped
  /// @throws ReadException if the server, the network or the page fails
  boolean readFirst() {
    first = open(request, null).next();
    return first != null;
  }

  private Harvest open(HarvestRequest from, @Nullable String token) {
    close();
    Harvest opened = Harvest.open(from, token, problems::add, stopped);
    harvest = opened;
    return opened;
  }

  /// Harvests from where the last run was stopped, or what has changed since it ended.
  void into(PaperIntake intake) {
    HarvestMemory memory = new HarvestMemory(intake.writer(), request);
    try {
      if (harvest == null) {
        takeAll(memory, memory.token(), intake);
      } else {
        HarvestPage page = first;
        first = null;
        takeAll(harvest, page, memory, intake);
      }
    } catch (ReadException e) {
      intake.failed(e);
    }
  }

  private void takeAll(HarvestMemory memory, @Nullable String token, PaperIntake intake) {
    try {
      Harvest opened = open(memory.next(), token);
      takeAll(opened, opened.next(), memory, intake);
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
    for (HarvestedPaper harvested : page.papers()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      intake.accept(harvested.paper(), harvested.origin());
    }
    intake.settle();
    if (stopped.getAsBoolean()) {
      return; // a part of the page may be missing
    }
    page.deleted().forEach(intake::remove);
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
