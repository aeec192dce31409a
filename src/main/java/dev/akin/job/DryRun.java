package dev.akin.job;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PaperStore;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobSummary;
import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a job would do, without changing anything.
public final class DryRun {
  private final PaperStore index;
  private final ReadOptions options;
  private final JobListener listener;
  private final JobCounters counters = new JobCounters();
  private final SeenRecords seen = new SeenRecords();

  /// @param index need not exist
  public DryRun(PaperStore index, ReadOptions options, JobListener listener) {
    this.index = index;
    this.options = options;
    this.listener = listener;
  }

  /// Reads all sources and embeds nothing.
  public JobSummary run(List<PaperSource> sources) {
    try (PaperIndex opened = index.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      sources.forEach(source -> read(source, snapshot));
      return counters.summary(snapshot.info().build(), snapshot.info().commit(), 0);
    } catch (IndexException e) {
      if (e.kind() != AkinException.Kind.MISSING) {
        throw e;
      }
      sources.forEach(source -> read(source, null));
      return counters.summary("", 0, 0);
    }
  }

  private void read(PaperSource source, @Nullable IndexSnapshot snapshot) {
    try (PaperReader reader = PaperReader.open(source, options, this::refuse)) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        counters.read++;
        count(paper, reader.origin(), snapshot);
      }
    } catch (ReadException e) {
      listener.failed(e);
    }
  }

  private void refuse(Problem problem) {
    counters.read++;
    counters.refused++;
    listener.refused(problem);
  }

  private void count(Paper paper, PaperOrigin origin, @Nullable IndexSnapshot snapshot) {
    SeenRecords.Earlier earlier = seen.add(paper, origin);
    if (earlier != null) {
      counters.duplicates++;
      if (!earlier.isSame()) {
        counters.replaced++;
        listener.replaced(origin.problem(earlier.problem(paper.id())));
      }
      return;
    }
    switch (snapshot == null ? PaperStatus.NEW : snapshot.status(paper)) {
      case NEW -> {
        counters.indexed++;
        counters.withoutText += paper.withoutText() ? 1 : 0;
      }
      case SAME -> counters.unchanged++;
      case DELETED -> {
        counters.unchanged++;
        counters.keptOut++;
      }
      case OTHER_TEXT, OTHER_RECORD -> counters.updated++;
    }
  }
}
