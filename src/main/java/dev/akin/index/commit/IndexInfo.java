package dev.akin.index.commit;

import dev.akin.vector.Space;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a commit of an index holds.
///
/// @param build the id of the build, an index made with some models
/// @param commit counts the build's commits from 1; never used twice
/// @param spaces the models whose vectors these are, at least one
/// @param holdings how much it holds
/// @param closeness how close they are to each other; absent if there are too few, or nothing was
///   measured yet
/// @param committedAt when the commit was made
/// @param sizeBytes of its files on disk
public record IndexInfo(
    String build,
    long commit,
    List<Space> spaces,
    Holdings holdings,
    @Nullable SimilarityScale closeness,
    Instant committedAt,
    long sizeBytes) {
  public IndexInfo {
    spaces = List.copyOf(spaces);
  }

  /// Papers in all.
  public int papers() {
    return holdings.papers();
  }

  /// Distinct texts, each with a vector of each model.
  public int vectors() {
    return holdings.vectors();
  }

  /// The names of the models, parted by commas.
  public String models() {
    return spaces.stream().map(Space::model).collect(Collectors.joining(","));
  }
}
