package dev.akin.report;

import dev.akin.base.Printable;
import dev.akin.report.duplicate.WorkCounts;
import dev.akin.report.map.KeptNeighbors;
import org.jspecify.annotations.Nullable;

/// What a report found, in numbers.
///
/// @param papers number of papers in the index
/// @param withoutText number of papers without text, which have no neighbors
/// @param pairs number of pairs of a paper and one of its neighbors
/// @param recall share of the nearest papers that an approximate search found, 0 to 1; absent after
///   an exact search
/// @param works how many works have several papers, and how many errata there are
/// @param topics number of topics, without those of languages
/// @param outside number of papers in no topic
/// @param sample number of papers on the map and among which topics were found; absent if these are
///   all that have a text
/// @param kept how well the map keeps neighborhoods; absent if there are no neighbors
public record ReportSummary(
    int papers,
    int withoutText,
    long pairs,
    @Nullable Double recall,
    WorkCounts works,
    int topics,
    int outside,
    @Nullable Integer sample,
    @Nullable KeptNeighbors kept) {
  /// The most important numbers in one line.
  public String line() {
    return String.join(
        " · ",
        Printable.count(papers, "paper"),
        Printable.count(topics, "topic"),
        works.line(),
        Printable.count(pairs, "pair") + " of neighbors");
  }
}
