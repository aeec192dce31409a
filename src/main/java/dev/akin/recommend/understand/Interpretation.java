package dev.akin.recommend.understand;

import dev.akin.index.store.Filter;
import dev.akin.paper.NamePattern;
import java.util.List;

/// What a typed query asks for.
///
/// @hidden public for its own room only
public sealed interface Interpretation {
  /// How it was read.
  Understood understood();

  /// A paper by its identifier.
  ///
  /// @param number of the paper in the snapshot
  record OnePaper(int number, Understood understood) implements Interpretation {}

  /// A paper that the index does not have.
  record NoPaper(Understood understood) implements Interpretation {}

  /// Papers that meet what was typed: compared with the words, if there are any; else by date.
  record Papers(Filter.Typed filter, Understood understood) implements Interpretation {
    /// The persons among whose papers are searched; empty for all papers.
    public List<NamePattern> persons() {
      return filter.persons();
    }
  }
}
