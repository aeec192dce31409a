package dev.akin.index.care;

import dev.akin.vector.Space;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How an index is verified.
///
/// @param sample papers to search for, to compare the graph with exact search; 0 for none
/// @param texts for the models of the index, what they read of a paper; empty if they are not here
public record VerifyOptions(int sample, Function<List<Space>, Optional<PaperTexts>> texts) {
  /// @throws IllegalArgumentException if `sample` is negative
  public VerifyOptions {
    if (sample < 0) {
      throw new IllegalArgumentException("--sample must be 0 or more, not " + sample);
    }
  }
}
