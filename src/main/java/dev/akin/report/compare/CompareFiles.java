package dev.akin.report.compare;

import dev.akin.base.AkinException;
import dev.akin.report.page.ReportException;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.write.table.TableFiles;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// What changed since an earlier report, as a page, `compare.html`, and as a table, `compare.*`,
/// with a row for each paper that is new, gone, or has other neighbors. If the earlier report has
/// no tables, the page has its topics only.
///
/// @hidden public for its own room only
public final class CompareFiles {
  /// The table.
  public static final String NAME = "compare";

  /// The page.
  public static final String PAGE = "compare.html";

  private CompareFiles() {}

  /// Writes the files.
  ///
  /// @param found with the topics of the earlier report
  /// @param neighbors how many neighbors of each paper the report has
  /// @param folder of the earlier report
  /// @throws ReportException if the earlier report is damaged or cannot be read, or the page cannot
  ///   be written
  /// @throws java.io.UncheckedIOException if the table cannot be written
  public static void write(TableFolder tables, CorpusTopics found, int neighbors, Path folder) {
    PreviousTopics before = Objects.requireNonNull(found.before());
    EarlierReport earlier = EarlierReport.of(folder);
    Comparison comparison;
    try (TableFiles table = tables.table(NAME, Comparison.COLUMNS)) {
      comparison = earlier.hasTables() ? Comparison.of(found, neighbors, earlier, table) : null;
    }
    Path page = tables.path().resolve(PAGE);
    try {
      Files.writeString(
          page,
          new ComparePage(found, before, earlier, comparison, tables.provenance()).html(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, page + ": cannot be written: " + AkinException.reason(e), e);
    }
  }
}
