package dev.akin.report;

import dev.akin.base.Sha256;
import dev.akin.report.topic.PreviousTopics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What to put into a report.
///
/// @param neighbors how many neighbors of each paper, 1 to 100
/// @param search how to find the neighbors
/// @param papers the papers that get a page of their own, by id or another name
/// @param previous the folder of an earlier report; topics that persist keep their ids and labels
public record ReportOptions(
    int neighbors, Search search, List<String> papers, @Nullable Path previous) {
  private static final int MAX_NEIGHBORS = 100;

  /// How many digits of a digest distinguish lists of ids.
  private static final int ID_DIGITS = 16;

  /// Ten neighbors, exactly; no page for a single paper.
  public static final ReportOptions DEFAULT = new ReportOptions(10, Search.EXACT, List.of(), null);

  /// How to find neighbors.
  public enum Search {
    /// Compares every pair of papers.
    EXACT,
    /// Searches the index's graph, and measures which share of the neighbors that finds.
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

  /// The options that change the files, by name. An earlier report changes them by its topics, not
  /// by its folder.
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
