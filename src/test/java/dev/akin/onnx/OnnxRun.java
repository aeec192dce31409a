package dev.akin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.akin.embed.run.Natives;
import dev.akin.onnx.fuse.FusedGraph;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A model, run by ONNX Runtime.
final class OnnxRun {
  static {
    Natives.load();
  }

  private OnnxRun() {}

  /// The states that a published model gives of texts of equal length, `[text][token][coordinate]`.
  static float[][][] published(Path model, long[][] ids) throws OrtException {
    long[][] ones = new long[ids.length][ids[0].length];
    Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
    long[][] zeros = new long[ids.length][ids[0].length];
    Map<String, Object> inputs =
        Map.of("input_ids", ids, "attention_mask", ones, "token_type_ids", zeros);
    // As it is written: ONNX Runtime's fusions take another epsilon where it comes first in its
    // sum.
    return run(model, inputs, OrtSession.SessionOptions.OptLevel.NO_OPT).entrySet().stream()
        .filter(output -> output.getValue() instanceof float[][][])
        .map(output -> (float[][][]) output.getValue())
        .findFirst()
        .orElseThrow();
  }

  /// What a rewritten model gives, by name.
  static Map<String, Object> rewritten(Path model, long[][] ids, float[][][] groups)
      throws OrtException {
    Map<String, Object> inputs = Map.of(FusedGraph.IDS, ids, FusedGraph.GROUPS, groups);
    return run(model, inputs, OrtSession.SessionOptions.OptLevel.ALL_OPT);
  }

  /// Runs a model with those inputs that it has.
  private static Map<String, Object> run(
      Path model, Map<String, Object> inputs, OrtSession.SessionOptions.OptLevel level)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    Map<String, Object> values = new HashMap<>();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setOptimizationLevel(level);
      try (OrtSession session = environment.createSession(model.toString(), options)) {
        for (String name : session.getInputNames()) {
          tensors.put(name, OnnxTensor.createTensor(environment, inputs.get(name)));
        }
        try (OrtSession.Result result = session.run(tensors)) {
          for (Map.Entry<String, OnnxValue> output : result) {
            values.put(output.getKey(), output.getValue().getValue());
          }
        }
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
    return values;
  }
}
