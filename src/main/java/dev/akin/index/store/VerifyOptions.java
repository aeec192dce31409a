package dev.akin.index.store;

import dev.akin.vector.Space;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How to verify an index.
///
/// @param sample how many papers to search for, to compare graph search with exact search; 0 for
///   none
/// @param texts gives the texts that the models of the index read, by the models' spaces; empty if
///   the models are not here
public record VerifyOptions(int sample, Function<List<Space>, Optional<PaperTexts>> texts) {
  /// @throws IllegalArgumentException if `sample` is negative
  public VerifyOptions {
    if (sample < 0) {
      throw new IllegalArgumentException("--sample must be 0 or more, not " + sample);
    }
  }
}
