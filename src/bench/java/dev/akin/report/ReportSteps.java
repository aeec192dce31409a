package dev.akin.report;

import com.sun.management.OperatingSystemMXBean;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/// The time of each step of a report and the heap at its start. The time is that of the processor,
/// all threads together, so that work next to it does not count.
///
/// Usage: ReportSteps INDEX FOLDER COMPARED MAPPED, with the limits of [ReportOptions.MaxPapers]
final class ReportSteps implements ReportListener {
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private String step = "";
  private long cpu;
  private long start;

  public static void main(String[] arguments) throws IOException {
    ReportOptions options =
        new ReportOptions(10, ReportOptions.Search.BY_SIZE, List.of(), null)
            .withExtras(EnumSet.allOf(ReportOptions.Extra.class))
            .withLimits(
                new ReportOptions.MaxPapers(
                    Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      Recommender none =
          new Recommender(
              index,
              () -> {
                throw new IllegalStateException("no model is needed");
              });
      ReportSteps steps = new ReportSteps();
      ReportSummary summary =
          new SimilarityReport(snapshot, none, options, "bench").write(folder, 2, steps);
      steps.step("");
      System.out.println(summary);
    }
  }

  @Override
  public void step(String name) {
    if (!step.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "%-22s %7.1f s of the processor, %6.1f s%n",
          step,
          (system.getProcessCpuTime() - cpu) / 1e9,
          (System.nanoTime() - start) / 1e9);
    }
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "%4d MB of heap%n",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    step = name;
    cpu = system.getProcessCpuTime();
    start = System.nanoTime();
  }

  @Override
  public void progress(double share) {}
}
