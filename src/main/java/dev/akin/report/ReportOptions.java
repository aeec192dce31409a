package dev.akin.report;

import dev.akin.base.Sha256;
import dev.akin.report.topic.PreviousTopics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a report has in it.
///
/// @param neighbors of each paper, 1 to [#MAX_NEIGHBORS]
/// @param search how they are found
/// @param papers that get a page of their own, by id or another name
/// @param previous the folder of an earlier report, whose topics are kept where they persist
public record ReportOptions(
    int neighbors, Search search, List<String> papers, @Nullable Path previous) {
  /// The most neighbors of a paper.
  public static final int MAX_NEIGHBORS = 100;

  /// Of a digest that tells lists of ids apart.
  private static final int ID_DIGITS = 16;

  /// Ten neighbors, exactly; no page for a single paper.
  public static final ReportOptions DEFAULT = new ReportOptions(10, Search.EXACT, List.of(), null);

  /// How neighbors are found.
  public enum Search {
    /// Every pair is compared.
    EXACT,
    /// The index's graph is asked; how much it finds is measured.
    APPROXIMATE
  }

  /// @throws IllegalArgumentException if a number is out of its range
  public ReportOptions {
    if (neighbors < 1 || neighbors > MAX_NEIGHBORS) {
      throw new IllegalArgumentException(
          "neighbors must be within 1.." + MAX_NEIGHBORS + ", not " + neighbors);
    }
    papers = List.copyOf(papers);
  }

  /// What changes the files, by name. Where an earlier report was does not; its topics do.
  SequencedMap<String, String> entries(@Nullable PreviousTopics before) {
    SequencedMap<String, String> entries = new LinkedHashMap<>();
    entries.put("neighbors", Integer.toString(neighbors));
    entries.put("search", search == Search.EXACT ? "exact" : "approximate");
    if (!papers.isEmpty()) {
      Sha256 digest = new Sha256();
      digest.putAll(papers);
      entries.put("papers", papers.size() + ":" + digest.hex().substring(0, ID_DIGITS));
    }
    if (before != null) {
      entries.put("previous", before.digest());
    }
    return entries;
  }
}
