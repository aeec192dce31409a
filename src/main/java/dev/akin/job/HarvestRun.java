package dev.akin.job;

import dev.akin.harvest.ExpiredTokenException;
import dev.akin.harvest.Harvest;
import dev.akin.harvest.HarvestPage;
import dev.akin.harvest.HarvestRequest;
import dev.akin.harvest.HarvestedPaper;
import dev.akin.read.record.ReadException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Takes a harvest into an index, page by page: each is committed with the token of the next.
///
/// @param run that writes the papers
record HarvestRun(PaperIntake run, BooleanSupplier stopped) {
  /// Harvests from where the last run was stopped, or what has changed since it ended.
  void harvest(HarvestRequest request) {
    HarvestMemory memory = new HarvestMemory(run.writer(), request);
    try {
      harvest(memory, memory.token());
    } catch (ReadException e) {
      run.failed(e);
    }
  }

  private void harvest(HarvestMemory memory, @Nullable String token) {
    try (Harvest harvest = Harvest.open(memory.next(), token, run::refuseRecord, stopped)) {
      for (HarvestPage page = harvest.next(); page != null; page = harvest.next()) {
        take(page, memory);
      }
    } catch (ExpiredTokenException e) {
      if (token == null) {
        throw e;
      }
      memory.beginAnew();
      harvest(memory, null);
    }
  }

  private void take(HarvestPage page, HarvestMemory memory) {
    for (HarvestedPaper harvested : page.papers()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      run.accept(harvested.paper(), harvested.problem(PaperIntake.NO_DIRECTION));
    }
    run.settle();
    page.deleted().forEach(run::remove);
    memory.read(page);
    run.settle();
  }
}
