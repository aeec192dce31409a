package dev.akin.report;

import dev.akin.base.AkinException;
import dev.akin.report.graph.GraphmlFile;
import dev.akin.report.graph.NeighborTable;
import dev.akin.report.graph.VosviewerFiles;
import dev.akin.report.page.ReportException;
import dev.akin.report.paper.PaperFileNames;
import dev.akin.report.paper.PaperPages;
import dev.akin.report.topic.TopicsJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which files and folders reports have.
public final class ReportFolder {
  private static final List<String> TABLES =
      List.of(NeighborTable.NAME, "duplicates", "topics", "papers");

  private ReportFolder() {}

  /// Whether a folder is that of a report.
  public static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve(Overview.DATA));
  }

  /// Requires that a folder is not that of a report.
  ///
  /// @throws ReportException if it is
  public static void requireNone(Path folder) {
    if (isAt(folder)) {
      throw new ReportException(
          AkinException.Kind.EXISTS, folder + ": a report is there already; --force replaces it");
    }
  }

  /// Whether reports have a file or folder of that name.
  ///
  /// @param entry as a path that begins in the report's folder
  public static boolean has(Path entry) {
    String name = entry.getFileName().toString();
    return switch (entry.getNameCount()) {
      case 1 -> names().contains(name);
      case 2 -> entry.startsWith(PaperPages.FOLDER) && PaperFileNames.isOne(name);
      default -> false;
    };
  }

  /// The names of all files and folders that reports have.
  static Set<String> names() {
    return Stream.concat(
            TABLES.stream()
                .flatMap(name -> Stream.of(name + ".csv", name + ".jsonl", name + ".parquet")),
            Stream.of(
                "index.html",
                Overview.DATA,
                "map.html",
                "map.svg",
                "map.png",
                "topics.html",
                TopicsJson.FILE,
                "duplicates.html",
                GraphmlFile.NAME,
                VosviewerFiles.MAP,
                VosviewerFiles.NETWORK,
                PaperPages.FOLDER))
        .collect(Collectors.toUnmodifiableSet());
  }
}
