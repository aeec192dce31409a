package dev.akin.index.opensearch.build;

import dev.akin.index.store.PhraseModel;
import dev.akin.index.store.SimilarityMeasure;
import dev.akin.index.store.SimilarityScale;
import org.jspecify.annotations.Nullable;

/// The scale of similarity of the papers of an index, which is measured again when texts changed.
final class ClusterScale {
  private @Nullable SimilarityScale scale;
  private boolean isNew;
  private boolean textsChanged;

  /// @param last that of the last commit
  ClusterScale(@Nullable SimilarityScale last) {
    this.scale = last;
  }

  /// Absent if there are too few texts.
  @Nullable SimilarityScale current() {
    return scale;
  }

  /// Whether it was measured since the last commit.
  boolean isNew() {
    return isNew;
  }

  /// A commit has it.
  void committed() {
    isNew = false;
  }

  /// Vectors of a text were added or replaced.
  void textsChanged() {
    textsChanged = true;
  }

  /// Measures it, unless it is still valid.
  ///
  /// @param texts how many texts have vectors
  /// @return whether it is new
  boolean measure(ClusterLookup lookup, int texts, double floor, @Nullable PhraseModel phrases) {
    SimilarityScale old = scale;
    boolean valid =
        old == null
            ? texts < SimilarityScale.MIN_TEXTS
            : old.texts() == texts && old.floor() == floor && !textsChanged;
    if (!valid) {
      SimilarityScale now =
          new SimilarityMeasure(new ClusterSample(lookup, texts)).measure(floor, phrases);
      scale =
          now != null && now.ofPhrases() == null && old != null
              ? now.withPhrases(old.ofPhrases())
              : now;
      isNew = true;
    }
    textsChanged = false;
    return isNew;
  }
}
