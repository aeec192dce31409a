package dev.akin.embed.model;

import java.nio.file.Path;

/// A graph that computes a model: the published one, or a rewritten one.
///
/// @param folder the folder where it is
/// @param name the name of its file, without `.onnx`
/// @param batching which texts it may compute together
/// @param isFused whether it is a rewritten graph
///
/// @hidden public for its own room only
public record ModelGraph(Path folder, String name, Batching batching, boolean isFused) {
  private static final String SUFFIX = ".onnx";

  /// The graph as it was published; it has a mask as an input. If its weights are integers, it
  /// rounds the states of a whole batch by one scale.
  public static ModelGraph published(ModelFolder model) {
    return new ModelGraph(
        model.path(),
        ModelCard.WEIGHTS.replace(SUFFIX, ""),
        model.card().isInteger() ? Batching.ALONE : Batching.PADDED,
        false);
  }

  /// The rewritten graph of a precision; it pools by itself.
  public static ModelGraph fused(Path folder, Precision precision) {
    return new ModelGraph(
        folder,
        precision.label(),
        precision == Precision.FP32 ? Batching.EQUAL : Batching.ALONE,
        true);
  }

  /// The name of its file.
  public String fileName() {
    return name + SUFFIX;
  }

  /// Its file.
  public Path path() {
    return folder.resolve(fileName());
  }
}
