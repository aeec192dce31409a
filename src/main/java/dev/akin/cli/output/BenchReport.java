package dev.akin.cli.output;

import dev.akin.embed.bench.BenchedModel;
import dev.akin.embed.model.ModelFolder;
import dev.akin.index.store.RecallAtTen;
import org.jspecify.annotations.Nullable;

/// What `akin bench` says.
///
/// @param model whose graphs were measured
/// @param rounds in which they were
/// @param measured of them
/// @param searches of an index; absent if none was named
///
/// @hidden public for its own room only
public record BenchReport(
    ModelFolder model, int rounds, BenchedModel measured, @Nullable RecallAtTen searches) {
  String name() {
    return model.card().name();
  }

  /// Threads of the published graph.
  int threads() {
    return measured.published().settings().workers() * measured.published().settings().threads();
  }
}
