package dev.akin.onnx;

import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.OnnxReader;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import dev.akin.onnx.find.WeightType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What a published graph says about itself, before it is run.
///
/// @param inputs the names of its inputs
/// @param hasStates whether it has an output with a state for each token
/// @param width how many coordinates such a state has; empty if the graph does not say it
/// @param weights the type of its weights
public record PublishedGraph(
    List<String> inputs, boolean hasStates, OptionalInt width, WeightType weights) {
  private static final Set<Integer> REAL = Set.of(Tensor.FLOAT, Tensor.FLOAT16);

  /// Reads a graph. Files with weights need not be there.
  ///
  /// @throws IOException if the file cannot be read or is not ONNX
  public static PublishedGraph read(Path file) throws IOException {
    OnnxModel model = OnnxReader.read(file);
    List<ValueInfo> states =
        model.graph().outputs().stream()
            .filter(output -> REAL.contains(output.type()) && output.shape().size() == 3)
            .toList();
    return new PublishedGraph(
        model.graph().inputs().stream()
            .map(ValueInfo::name)
            .filter(name -> !model.graph().initializers().containsKey(name))
            .toList(),
        !states.isEmpty(),
        states.stream()
            .map(output -> output.shape().getLast())
            .filter(width -> width.matches("[1-9][0-9]{0,8}"))
            .mapToInt(Integer::parseInt)
            .findFirst(),
        WeightType.of(model));
  }

  /// The names of the files that hold weights of a graph, relative to its folder, as the graph
  /// names them: they may be any text.
  ///
  /// @throws IOException if the file cannot be read or is not ONNX
  public static Set<String> dataFiles(Path file) throws IOException {
    return OnnxReader.dataFiles(file);
  }
}
