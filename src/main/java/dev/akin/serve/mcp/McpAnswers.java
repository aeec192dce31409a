package dev.akin.serve.mcp;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Recommender;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How answers are computed: within the limits of a service, or for the one user of a process.
public interface McpAnswers {
  /// Computes an answer from one version of the index.
  <T> T compute(BiFunction<Recommender, IndexSnapshot, T> answer);

  /// Reads a library, and then computes an answer from it.
  ///
  /// @param read gets the time until which the library must be read
  <L, T> T compute(
      Function<Deadline, L> read, Function<L, BiFunction<Recommender, IndexSnapshot, T>> answer);

  /// Notes a failure inside.
  ///
  /// @return what a client may know of it
  String failed(RuntimeException failure);
}
