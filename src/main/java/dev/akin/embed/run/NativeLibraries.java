package dev.akin.embed.run;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;

/// The native libraries of the tokenizer and of ONNX Runtime, which are unpacked from their jars.
///
/// The tokenizer's goes to `.djl.ai` in the home folder, or where `DJL_CACHE_DIR` (an environment
/// variable or a system property) says; ONNX Runtime's to `java.io.tmpdir`, at each start.
final class NativeLibraries {
  static final String ENGINE = "OnnxRuntime";

  private NativeLibraries() {}

  /// Loads them if they are not loaded yet.
  ///
  /// @throws EmbedException if they cannot be unpacked or loaded
  static void load() {
    // DJL neither asks a cloud where it is, nor downloads a library, nor counts its users.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Or each tensor manager gets a twin of the tokenizer library's own tensor engine.
    System.setProperty("ai.djl.onnx.disable_alternative", "true");
    try {
      LibUtils.checkStatus();
      Engine.getEngine(ENGINE);
    } catch (RuntimeException | LinkageError e) {
      throw new EmbedException(
          AkinException.Kind.UNAVAILABLE,
          ("the native libraries cannot be loaded: %s; they are unpacked into %s (set DJL_CACHE_DIR)"
                  + " and %s (set java.io.tmpdir), which must be writable and not mounted noexec")
              .formatted(
                  EmbedException.reason(e),
                  Utils.getEngineCacheDir(),
                  System.getProperty("java.io.tmpdir")),
          e);
    }
  }
}
