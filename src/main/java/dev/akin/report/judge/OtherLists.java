package dev.akin.report.judge;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import java.util.List;

/// The lists of related papers that akin's are compared with.
///
/// @hidden public for its own room only
public interface OtherLists {
  /// What made them, as the result names it.
  String name();

  /// Whether a paper has a list, which may be empty.
  ///
  /// @param paper its number in the snapshot
  boolean has(IndexSnapshot snapshot, int paper);

  /// The list of a paper, best first, without the paper itself.
  ///
  /// @param paper its number in the snapshot
  /// @param count maximum number of papers
  List<Paper> of(IndexSnapshot snapshot, int paper, int count);
}
