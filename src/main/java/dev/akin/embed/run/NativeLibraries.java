package dev.akin.embed.run;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.nio.file.Path;

/// The native libraries of the tokenizer and of ONNX Runtime. They are unpacked from their jars.
///
/// They go to the folder that `DJL_CACHE_DIR` names (an environment variable or a system property),
/// or else to `.djl.ai` in the home folder, once. Where that is not possible, ONNX Runtime unpacks
/// its own into `java.io.tmpdir`, where it always makes a folder that is deleted at the end.
///
/// DJL can be told to open no connection by system properties only. Those that nobody has set are
/// set here; `dev.akin.embed.Embedders#open` says so. The one that tells ONNX Runtime where its
/// libraries are is taken back after they are loaded.
final class NativeLibraries {
  static final String ENGINE = "OnnxRuntime";
  private static final String RUNTIME_PATH = "onnxruntime.native.path";

  private static boolean isLoaded;

  private NativeLibraries() {}

  /// Loads them if they are not loaded yet.
  ///
  /// @throws EmbedException if they cannot be unpacked or loaded
  static void load() {
    // DJL must not ask a cloud service where it runs, download libraries, or report its users.
    set("ai.djl.offline", "true");
    set("OPT_OUT_TRACKING", "true");
    // Otherwise each tensor manager also starts the tensor engine of the tokenizer library.
    set("ai.djl.onnx.disable_alternative", "true");
    try {
      LibUtils.checkStatus();
      loadRuntime();
    } catch (RuntimeException | LinkageError e) {
      throw new EmbedException(
          AkinException.Kind.UNAVAILABLE,
          ("the native libraries cannot be loaded: %s; they are unpacked into %s (set"
                  + " DJL_CACHE_DIR) and %s (set java.io.tmpdir), which must be writable and not"
                  + " mounted noexec")
              .formatted(
                  EmbedException.reason(e),
                  Utils.getEngineCacheDir(),
                  System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static synchronized void loadRuntime() {
    if (isLoaded) {
      return;
    }
    if (System.getProperty(RUNTIME_PATH) == null) {
      RuntimeLibraries.folder().ifPresent(NativeLibraries::loadFrom);
    }
    Engine.getEngine(ENGINE);
    isLoaded = true;
  }

  private static void loadFrom(Path folder) {
    System.setProperty(RUNTIME_PATH, folder.toString());
    try {
      Engine.getEngine(ENGINE);
    } finally {
      System.clearProperty(RUNTIME_PATH);
    }
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
