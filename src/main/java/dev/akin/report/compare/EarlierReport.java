package dev.akin.report.compare;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.report.page.ReportException;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The folder of an earlier report.
///
/// @param provenance what its tables were made from; missing if it does not say so
record EarlierReport(Path folder, JsonNode provenance) {
  static final String PAPERS = "papers.jsonl";
  static final String NEIGHBORS = "neighbors.jsonl";

  private static final Pattern COUNT = Pattern.compile("\\bneighbors=(\\d+)\\b");

  /// @throws ReportException if the file that says what it was made from cannot be read
  static EarlierReport of(Path folder) {
    Path file = folder.resolve(TableFolder.PROVENANCE);
    try {
      return new EarlierReport(
          folder,
          Files.isRegularFile(file)
              ? JsonMapper.shared().readTree(Files.readString(file))
              : MissingNode.getInstance());
    } catch (IOException | JacksonException e) {
      throw new ReportException(Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  /// Whether it has the tables of papers and neighbors.
  boolean hasTables() {
    return Files.isRegularFile(folder.resolve(PAPERS))
        && Files.isRegularFile(folder.resolve(NEIGHBORS));
  }

  /// How many neighbors of each paper its table has.
  ///
  /// @param otherwise if it does not say so
  int neighbors(int otherwise) {
    Matcher count = COUNT.matcher(options());
    return count.find() ? Integer.parseInt(count.group(1)) : otherwise;
  }

  /// Whether its neighbors were searched with the graph.
  boolean isApproximate() {
    return options().contains("search=approximate");
  }

  private String options() {
    return text("options");
  }

  /// A part of its provenance; empty if it is not there.
  String text(String name) {
    return provenance.path(name).asString("");
  }
}
