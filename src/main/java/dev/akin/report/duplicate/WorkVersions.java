package dev.akin.report.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// For each paper, the other papers of the same work, and errata.
///
/// @hidden public for its own room only
public final class WorkVersions {
  private final Map<Integer, List<Version>> byRow = new HashMap<>();

  private WorkVersions() {}

  /// Another paper of the same work.
  ///
  /// @param why it is the same work, in words
  public record Version(int row, String why) {}

  public static WorkVersions of(NearDuplicates duplicates) {
    WorkVersions versions = new WorkVersions();
    for (NearDuplicates.Work work : duplicates.works()) {
      for (NearDuplicates.Pair pair : work.pairs()) {
        versions.add(pair, "", "");
      }
      for (NearDuplicates.Pair pair : work.errata()) {
        versions.add(pair, "corrected by this paper · ", "erratum · ");
      }
    }
    return versions;
  }

  /// @param ofOne what is said to the pair's first paper of the other
  /// @param ofOther what is said to the other paper of the first
  private void add(NearDuplicates.Pair pair, String ofOne, String ofOther) {
    String why = EvidenceWords.of(pair.evidence());
    add(pair.one(), new Version(pair.other(), ofOne + why));
    add(pair.other(), new Version(pair.one(), ofOther + why));
  }

  private void add(int row, Version version) {
    byRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(version);
  }

  /// The other papers of a paper's work; none if it is the only one.
  public List<Version> of(int row) {
    return byRow.getOrDefault(row, List.of());
  }
}
