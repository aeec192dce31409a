package dev.akin.embed.model;

import java.nio.file.Path;

/// A graph that computes a model: the published one, or one that was written anew.
///
/// @param folder where it is
/// @param file its name, without `.onnx`
/// @param batching which texts may go through it together
///
/// @hidden public for its own room only
public record ModelGraph(Path folder, String file, Batching batching) {
  private static final String SUFFIX = ".onnx";

  /// The graph as it was published, which takes a mask.
  public static ModelGraph published(Path folder) {
    return new ModelGraph(folder, ModelCard.WEIGHTS.replace(SUFFIX, ""), Batching.PADDED);
  }

  /// The graph that was written anew in a precision, which pools by itself.
  public static ModelGraph fused(Path folder, Precision precision) {
    return new ModelGraph(
        folder, precision.label(), precision == Precision.FP32 ? Batching.EQUAL : Batching.ALONE);
  }

  public boolean isFused() {
    return batching != Batching.PADDED;
  }

  public Path path() {
    return folder.resolve(file + SUFFIX);
  }
}
