package dev.akin.report;

import dev.akin.report.map.KeptNeighbors;
import dev.akin.report.page.Counts;
import org.jspecify.annotations.Nullable;

/// What a report found.
///
/// @param papers of the index
/// @param withoutText of these, which are near nothing
/// @param pairs of a paper and one of its neighbors
/// @param recall of the neighbors where they were not found exactly, 0 to 1; absent if they were
/// @param works that several papers are
/// @param topics how many
/// @param outside papers in no topic
/// @param kept how well the map keeps neighborhoods; absent if there are no neighbors
public record ReportSummary(
    int papers,
    int withoutText,
    long pairs,
    @Nullable Double recall,
    int works,
    int topics,
    int outside,
    @Nullable KeptNeighbors kept) {
  /// The most important of it in one line.
  public String line() {
    return String.join(
        " · ",
        Counts.of(papers, "paper"),
        Counts.of(topics, "topic"),
        Counts.of(works, "work") + " of several papers",
        Counts.of(pairs, "pair"));
  }
}
