package dev.akin.embed.model;

/// Where a model runs.
public enum Device {
  /// All cores of this machine.
  CPU,
  /// The first CUDA device; needs a build with the Maven profile `gpu`.
  GPU
}
