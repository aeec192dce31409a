package dev.akin.cli.run;

import dev.akin.base.AkinException;
import dev.akin.base.NewFolder;
import dev.akin.cli.help.Versions;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.report.ReportFolder;
import dev.akin.report.ReportMap;
import dev.akin.report.ReportOptions;
import dev.akin.report.SimilarityReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The report on the sample papers, whose map the demo serves. For 240 papers it takes two seconds.
///
/// @param folder of the report
///
/// @hidden public for its own room only
public record DemoReport(Console console, StopSignal signal, Path folder) {
  /// The demo runs without Java's Vector API, so that it starts fast. Comparing all pairs needs it.
  private static final ReportOptions OPTIONS =
      new ReportOptions(10, ReportOptions.Search.APPROXIMATE, List.of(), null);

  /// The map. The report is made if there is none of this version of the index.
  ///
  /// @return absent if it cannot be made; the reason is printed
  public @Nullable ReportMap map(PaperIndex index, Recommender recommender, int threads) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      if (!isOf(snapshot.info())) {
        make(snapshot, recommender, threads);
      }
      return ReportMap.open(folder);
    } catch (AkinException e) {
      console.err().println("No map: " + e.getMessage());
      return null;
    } catch (CancellationException e) {
      return null; // the demo ends, too
    }
  }

  private boolean isOf(IndexInfo index) {
    if (!ReportFolder.isAt(folder)) {
      return false;
    }
    ReportMap map = ReportMap.open(folder);
    return map.build().equals(index.build()) && map.commit() == index.commit();
  }

  private void make(IndexSnapshot snapshot, Recommender recommender, int threads) {
    boolean replaces = ReportFolder.isAt(folder);
    ReportSteps steps = new ReportSteps(console, signal, false);
    try (NewFolder made = NewFolder.at(folder, entry -> replaces && ReportFolder.has(entry))) {
      new SimilarityReport(snapshot, recommender, OPTIONS, new Versions().akin())
          .write(made.path(), threads, steps);
      made.put();
    }
    steps.clear();
  }
}
