package dev.akin.embed.run;

/// For tests that run ONNX Runtime by themselves: DJL has to be the first to touch it.
public final class Natives {
  private Natives() {}

  /// Loads the native libraries as akin does.
  public static void load() {
    NativeLibraries.load();
  }
}
