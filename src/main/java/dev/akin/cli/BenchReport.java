package dev.akin.cli;

import dev.akin.embed.BenchedModel;
import dev.akin.embed.ModelFolder;
import dev.akin.index.RecallAtTen;
import org.jspecify.annotations.Nullable;

/// What `akin bench` says.
///
/// @param model whose graphs were measured
/// @param rounds in which they were
/// @param measured of them
/// @param searches of an index; absent if none was named
record BenchReport(
    ModelFolder model, int rounds, BenchedModel measured, @Nullable RecallAtTen searches) {
  String name() {
    return model.card().name();
  }

  /// Threads of the published graph.
  int threads() {
    return measured.published().settings().workers() * measured.published().settings().threads();
  }
}
