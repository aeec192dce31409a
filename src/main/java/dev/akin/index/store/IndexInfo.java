package dev.akin.index.store;

import dev.akin.vector.Space;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Describes one commit of an index.
///
/// @param build the id of the build; a build is an index made with certain models
/// @param commit the number of the commit in its build, from 1; no number is used twice
/// @param spaces the spaces of the models, at least one, in order
/// @param holdings how much the commit holds
/// @param similarityScale how similar its papers are to each other; absent if it was not measured
///   yet, or there are too few papers
/// @param committedAt when the commit was made
/// @param sizeBytes the size of its files on disk
public record IndexInfo(
    String build,
    long commit,
    List<Space> spaces,
    Holdings holdings,
    @Nullable SimilarityScale similarityScale,
    Instant committedAt,
    long sizeBytes) {
  public IndexInfo {
    spaces = List.copyOf(spaces);
  }

  /// The number of papers.
  public int papers() {
    return holdings.papers();
  }

  /// The number of distinct texts; each has a vector of each model.
  public int vectors() {
    return holdings.vectors();
  }

  /// The names of the models, separated by commas.
  public String models() {
    return spaces.stream().map(Space::model).collect(Collectors.joining(","));
  }
}
