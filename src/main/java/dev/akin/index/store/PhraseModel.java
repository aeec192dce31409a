package dev.akin.index.store;

import dev.akin.vector.Embedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Embeds phrases, so that an index can measure how near phrases are to its papers.
///
/// @hidden public for its own room only
@FunctionalInterface
public interface PhraseModel {
  /// The vectors of phrases.
  ///
  /// @return for each phrase, one by each model of the index; absent for a phrase without direction
  List<@Nullable List<Embedding>> embed(List<String> phrases);
}
