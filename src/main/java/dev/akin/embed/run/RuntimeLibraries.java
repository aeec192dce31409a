package dev.akin.embed.run;

import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import dev.akin.base.Resources;
import dev.akin.base.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// ONNX Runtime's libraries as files that stay, beside those of the tokenizer.
///
/// ONNX Runtime itself unpacks them at each start into a folder of `java.io.tmpdir`. That takes a
/// seventh of a second, and the folder stays behind when the process is killed.
final class RuntimeLibraries {
  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  /// Builds for GPUs have more libraries, of which this is one.
  private static final String OF_GPUS = "onnxruntime_providers_shared";

  private RuntimeLibraries() {}

  /// The folder with the libraries. They are unpacked if they are not there yet.
  ///
  /// @return empty if ONNX Runtime has to unpack them by itself: a build for GPUs, or where nothing
  ///   can be written
  static Optional<Path> folder() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    if (version == null || !has(NAMES.getFirst()) || has(OF_GPUS)) {
      return Optional.empty();
    }
    try {
      Path folder = Utils.getEngineCacheDir("onnxruntime").resolve(version + "-" + platform());
      for (String name : NAMES) {
        unpack(name, folder);
      }
      return Optional.of(folder);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static void unpack(String name, Path folder) throws IOException {
    Path library = folder.resolve(System.mapLibraryName(name));
    if (Files.exists(library)) {
      return;
    }
    Files.createDirectories(folder);
    try (ScratchFolder scratch = ScratchFolder.in(folder, ".unpack-");
        InputStream in = Resources.open(OrtEnvironment.class, resource(name))) {
      Path part = scratch.path().resolve(name);
      Files.copy(in, part);
      Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean has(String name) {
    return OrtEnvironment.class.getResource(resource(name)) != null;
  }

  private static String resource(String name) {
    return "/ai/onnxruntime/native/%s/%s".formatted(platform(), System.mapLibraryName(name));
  }

  private static String platform() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux";
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
    return system + "-" + processor;
  }
}
