package dev.akin.job;

import dev.akin.index.PaperIndex;
import dev.akin.vector.Space;
import java.nio.file.Path;
import java.util.List;

/// The index that a job writes to, looked up once.
///
/// @param directory of the index
/// @param spaces of the index's models, in its order; none if there is no index yet
public record JobTarget(Path directory, List<Space> spaces) {
  public JobTarget {
    spaces = List.copyOf(spaces);
  }

  /// Looks the index up.
  ///
  /// @throws dev.akin.index.disk.IndexException if it is damaged or another version of akin made it
  public static JobTarget at(Path directory) {
    return new JobTarget(directory, PaperIndex.spaces(directory));
  }

  /// Whether there is no index yet.
  public boolean isNew() {
    return spaces.isEmpty();
  }
}
