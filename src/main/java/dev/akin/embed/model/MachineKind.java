package dev.akin.embed.model;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What decides how ONNX Runtime computes here: its version, the kind of processor, and the
/// instructions that the processor has. Products in integers may differ between kinds.
final class MachineKind {
  /// Instructions for which ONNX Runtime has code of its own.
  private static final Pattern INSTRUCTIONS =
      Pattern.compile("sse4_1|f16c|fma|avx\\w*|amx\\w*|asimd\\w*|i8mm|bf16|sve\\w*");

  private static final String HERE = describe();

  private MachineKind() {}

  /// This machine, such as `ONNX Runtime 1.28.0 on amd64: avx avx2 f16c fma sse4_1`.
  static String here() {
    return HERE;
  }

  private static String describe() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return "ONNX Runtime %s on %s: %s"
        .formatted(
            Objects.requireNonNullElse(version, "unknown"),
            System.getProperty("os.arch"),
            instructions());
  }

  /// Only Linux lists them in a file. The Macs that akin runs on have the same ones.
  private static String instructions() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .limit(1)
          .flatMap(line -> Arrays.stream(line.split("\\s+")))
          .filter(INSTRUCTIONS.asMatchPredicate())
          .sorted()
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      return "unknown instructions";
    }
  }
}
