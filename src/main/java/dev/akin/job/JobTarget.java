package dev.akin.job;

import dev.akin.index.store.PaperStore;
import dev.akin.vector.Space;
import java.util.List;

/// The index that a job writes to, looked up once.
///
/// @param store of the index
/// @param spaces of the index's models, in its order; none if there is no index yet
public record JobTarget(PaperStore store, List<Space> spaces) {
  public JobTarget {
    spaces = List.copyOf(spaces);
  }

  /// Looks the index up.
  ///
  /// @throws dev.akin.index.store.IndexException if it is damaged or another version of akin made
  ///   it
  public static JobTarget at(PaperStore store) {
    return new JobTarget(store, store.spaces());
  }

  /// Whether there is no index yet.
  public boolean isNew() {
    return spaces.isEmpty();
  }
}
