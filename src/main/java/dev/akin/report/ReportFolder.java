package dev.akin.report;

import dev.akin.base.AkinException;
import dev.akin.report.compare.CompareFiles;
import dev.akin.report.data.PieceFile;
import dev.akin.report.graph.GraphmlFile;
import dev.akin.report.graph.NeighborTable;
import dev.akin.report.graph.VosviewerFiles;
import dev.akin.report.page.ReportException;
import dev.akin.report.paper.PaperFileNames;
import dev.akin.report.paper.PaperPages;
import dev.akin.report.paper.PapersPage;
import dev.akin.report.topic.TopicsJson;
import dev.akin.write.table.TableFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of the files and folders in a report.
public final class ReportFolder {
  private static final List<String> TABLES =
      List.of(NeighborTable.NAME, CompareFiles.NAME, "duplicates", "topics", "papers");

  private ReportFolder() {}

  /// Whether a folder contains a report.
  public static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve(Overview.DATA));
  }

  /// Checks that a folder contains no report.
  ///
  /// @throws ReportException if it contains one
  public static void requireNone(Path folder) {
    if (isAt(folder)) {
      throw new ReportException(
          AkinException.Kind.EXISTS,
          folder + " already contains a report; choose another folder, or add --force");
    }
  }

  /// Whether a report may have this file or folder.
  ///
  /// @param entry a path relative to the report's folder
  public static boolean has(Path entry) {
    String name = entry.getFileName().toString();
    return switch (entry.getNameCount()) {
      case 1 -> names().contains(name);
      case 2 ->
          (entry.startsWith(PaperPages.FOLDER) && PaperFileNames.isOne(name))
              || (entry.startsWith(PieceFile.FOLDER) && PieceFile.isOne(name));
      default -> false;
    };
  }

  /// The names of all files and folders directly in a report's folder, and of files that an earlier
  /// akin made.
  static Set<String> names() {
    return Stream.concat(
            TABLES.stream()
                .flatMap(
                    name ->
                        Stream.of(
                            name + ".csv", name + ".jsonl.gz", name + ".jsonl", name + ".parquet")),
            Stream.of(
                "index.html",
                Overview.DATA,
                TableFolder.PROVENANCE,
                TableFolder.BOOK,
                "map.html",
                "map.svg",
                "map.png",
                "topics.html",
                TopicsJson.FILE,
                "duplicates.html",
                CompareFiles.PAGE,
                GraphmlFile.NAME,
                VosviewerFiles.MAP,
                VosviewerFiles.NETWORK,
                PapersPage.FILE,
                PieceFile.FOLDER,
                PaperPages.FOLDER))
        .collect(Collectors.toUnmodifiableSet());
  }
}
