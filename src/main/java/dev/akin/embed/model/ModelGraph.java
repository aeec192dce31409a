package dev.akin.embed.model;

import java.nio.file.Path;

/// A graph that computes a model: the published one, or a rewritten one.
///
/// @param folder the folder where it is
/// @param name the name of its file, without `.onnx`
/// @param batching which texts it may compute together
///
/// @hidden public for its own room only
public record ModelGraph(Path folder, String name, Batching batching) {
  private static final String SUFFIX = ".onnx";

  /// The graph as it was published; it has a mask as an input.
  public static ModelGraph published(Path folder) {
    return new ModelGraph(folder, ModelCard.WEIGHTS.replace(SUFFIX, ""), Batching.PADDED);
  }

  /// The rewritten graph of a precision; it pools by itself.
  public static ModelGraph fused(Path folder, Precision precision) {
    return new ModelGraph(
        folder, precision.label(), precision == Precision.FP32 ? Batching.EQUAL : Batching.ALONE);
  }

  /// Whether it is a rewritten graph.
  public boolean isFused() {
    return batching != Batching.PADDED;
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
