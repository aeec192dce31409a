package dev.akin.report;

import dev.akin.base.Sha256;
import dev.akin.report.corpus.CorpusSample;
import dev.akin.report.duplicate.Decisions;
import dev.akin.report.topic.PreviousTopics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to put into a report.
///
/// @param neighbors how many neighbors of each paper, 1 to 100
/// @param search how to find the neighbors
/// @param papers the papers that get a page of their own, by id or another name
/// @param previous the folder of an earlier report; topics that persist keep their ids and labels
/// @param decisions a file of decisions about duplicates ([dev.akin.report.duplicate.Decisions])
/// @param extras large files that are made only where asked for
/// @param limits up to how many papers everything is done with all of them
public record ReportOptions(
    int neighbors,
    Search search,
    List<String> papers,
    @Nullable Path previous,
    @Nullable Path decisions,
    Set<Extra> extras,
    MaxPapers limits) {
  private static final int MAX_NEIGHBORS = 100;

  /// How many digits of a digest distinguish lists of ids.
  private static final int ID_DIGITS = 16;

  /// Ten neighbors; no page for a single paper.
  public static final ReportOptions DEFAULT =
      new ReportOptions(10, Search.BY_SIZE, List.of(), null);

  /// Up to how many papers everything is done with all of them.
  ///
  /// @param compared more papers than this are not compared in pairs, unless that is asked for
  /// @param mapped more papers than this are not all on the map, and topics are not found among all
  ///   of them, but among a sample of so many
  public record MaxPapers(int compared, int mapped) {
    /// 100,000 papers: comparing all pairs of them takes about a minute on two cores, and a browser
    /// still draws a map of them without delay.
    public static final MaxPapers DEFAULT = new MaxPapers(100_000, 100_000);

    /// @throws IllegalArgumentException if one of them is not positive
    public MaxPapers {
      if (compared < 1 || mapped < 1) {
        throw new IllegalArgumentException(compared + " compared, " + mapped + " on the map");
      }
    }
  }

  /// Files that few people need, and that are larger than the rest of a large report.
  public enum Extra {
    /// The graph of neighbors for other programs.
    GRAPHS,
    /// The table of neighbors as CSV.
    NEIGHBORS_CSV
  }

  /// How to find neighbors.
  public enum Search {
    /// Compares every pair of papers up to [MaxPapers#compared] papers, else searches the graph.
    BY_SIZE,
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
    extras = Set.copyOf(extras);
  }

  /// Options with the default limits.
  public ReportOptions(int neighbors, Search search, List<String> papers, @Nullable Path previous) {
    this(neighbors, search, papers, previous, null, Set.of(), MaxPapers.DEFAULT);
  }

  /// The same with decisions about duplicates.
  ///
  /// @param file absent if there are none
  public ReportOptions withDecisions(@Nullable Path file) {
    return new ReportOptions(neighbors, search, papers, previous, file, extras, limits);
  }

  /// The same with more files.
  public ReportOptions withExtras(Set<Extra> files) {
    return new ReportOptions(neighbors, search, papers, previous, decisions, files, limits);
  }

  /// The same for other sizes.
  ReportOptions withLimits(MaxPapers other) {
    return new ReportOptions(neighbors, search, papers, previous, decisions, extras, other);
  }

  /// Whether the neighbors of so many papers are searched with the graph.
  boolean searchesGraph(int size) {
    return search == Search.APPROXIMATE || (search == Search.BY_SIZE && size > limits.compared());
  }

  /// The options that change the files, by name. An earlier report changes them by its topics, not
  /// by its folder, and so do decisions.
  ///
  /// @param recall which share of the neighbors was found; absent if all pairs were compared
  /// @param sample the papers on the map; named if they are not all
  SequencedMap<String, String> entries(
      @Nullable PreviousTopics before,
      Decisions decided,
      @Nullable Double recall,
      CorpusSample sample) {
    SequencedMap<String, String> entries = new LinkedHashMap<>();
    entries.put("neighbors", Integer.toString(neighbors));
    entries.put("search", recall == null ? "exact" : "approximate");
    if (recall != null) {
      entries.put("recall", String.format(Locale.ROOT, "%.4f", recall));
    }
    if (!sample.isWhole()) {
      entries.put("sample", Integer.toString(sample.rows().length));
    }
    if (!papers.isEmpty()) {
      Sha256 digest = new Sha256();
      digest.putAll(papers);
      entries.put("papers", papers.size() + ":" + digest.hex().substring(0, ID_DIGITS));
    }
    if (before != null) {
      entries.put("previous", before.digest());
    }
    if (!decided.isEmpty()) {
      entries.put("decisions", decided.digest());
    }
    return entries;
  }
}
