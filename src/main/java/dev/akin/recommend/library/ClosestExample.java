package dev.akin.recommend.library;

import dev.akin.recommend.query.Resolved;
import dev.akin.vector.Embedding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the example of an interest that a paper is closest to, by the mean of the models' cosines.
///
/// @param examples of the interest, each with embeddings
///
/// @hidden public for its own room only
public record ClosestExample(List<Resolved> examples) {
  /// The closest example; of equally close ones the first. Empty if the paper has no text.
  ///
  /// @param paper its embeddings, one for each model
  public Optional<Resolved> to(List<Embedding> paper) {
    return paper.isEmpty()
        ? Optional.empty()
        : examples.stream()
            .max(Comparator.comparingDouble(example -> cosine(example.embeddings(), paper)));
  }

  private static double cosine(List<Embedding> some, List<Embedding> others) {
    return IntStream.range(0, some.size())
        .mapToDouble(column -> some.get(column).cosine(others.get(column)))
        .sum();
  }
}
