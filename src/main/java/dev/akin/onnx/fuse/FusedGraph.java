package dev.akin.onnx.fuse;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.encoder.Weights;
import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.GraphBuilder;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.util.List;
import java.util.Map;

/// Builds a small graph of ONNX Runtime's fused operators that computes an encoder.
///
/// All texts of a batch must have the same length: then there is no padding and no mask, and
/// without a mask ONNX Runtime uses an attention that stays in the cache (Dao et al., NeurIPS 2022)
/// and is faster. Biases are added by the products before them, where they cost nothing.
///
/// | value | type | shape |
/// | --- | --- | --- |
/// | `input_ids` | int64 | `[text][token]` |
/// | `groups` | float | `[text][group][token]`, the weight of a token in a group |
/// | `pooled` | float | `[text][group][coordinate]`, the weighted sum of the states of tokens |
/// | `token_states` | float | `[text][token][coordinate]`, the state of each token |
///
/// @hidden public for its own room only
public final class FusedGraph {
  public static final String IDS = "input_ids";
  public static final String GROUPS = "groups";
  public static final String POOLED = "pooled";
  public static final String STATES = "token_states";

  /// Changes whenever other graphs are written; then models are rewritten again.
  public static final int VERSION = 1;

  private static final long OPSET = 17;
  private static final long IR_VERSION = 8;
  private static final String SHAPE = "shape";
  private static final String STATES_SHAPE = "states shape";

  private final Encoder encoder;
  private final Multiplication multiplication;
  private final WeightRange range;
  private final GraphBuilder graph = new GraphBuilder();

  private FusedGraph(Encoder encoder, Multiplication multiplication, WeightRange range) {
    this.encoder = encoder;
    this.multiplication = multiplication;
    this.range = range;
  }

  /// Builds the graph.
  ///
  /// @param range of the weights where it multiplies in integers
  public static OnnxModel of(Encoder encoder, Multiplication multiplication, WeightRange range) {
    return new FusedGraph(encoder, multiplication, range).build();
  }

  private OnnxModel build() {
    String states = embeddings(encoder.embeddings());
    for (int number = 0; number < encoder.layers().size(); number++) {
      boolean isLast = number == encoder.layers().size() - 1;
      String name = "layer " + number + " ";
      states = layer(encoder.layers().get(number), states, name, isLast ? STATES : name + "states");
    }
    graph.onnx("MatMul", POOLED, GROUPS, states);
    String width = Integer.toString(encoder.width());
    return new OnnxModel(
        IR_VERSION,
        Map.of(OnnxModel.ONNX, OPSET, OnnxModel.MICROSOFT, 1L),
        0,
        graph.build(
            List.of(
                new ValueInfo(IDS, Tensor.INT64, List.of("text", "token")),
                new ValueInfo(GROUPS, Tensor.FLOAT, List.of("text", "group", "token"))),
            List.of(
                new ValueInfo(POOLED, Tensor.FLOAT, List.of("text", "group", width)),
                new ValueInfo(STATES, Tensor.FLOAT, List.of("text", "token", width)))));
  }

  /// The sum of word, position and type. The type is the same for all tokens, so its vector is
  /// added to the positions.
  private String embeddings(Encoder.Embeddings embeddings) {
    String zero = whole("zero", 0);
    String one = whole("one", 1);
    graph.onnx("Shape", SHAPE, IDS);
    graph.onnx("Concat", STATES_SHAPE, axis(0), SHAPE, whole("the rest", -1));
    String length = graph.onnx("Gather", "length", axis(0), SHAPE, one);
    String positions =
        graph.onnx(
            "Slice",
            "places",
            graph.constant("all places", positions(embeddings)),
            zero,
            length,
            zero);
    String words =
        graph.onnx("Gather", "words", graph.constant("all words", embeddings.words()), IDS);
    Encoder.Normalization normalization = embeddings.normalization();
    return graph.onnx(
        "LayerNormalization",
        "embeddings",
        Map.of(
            "axis",
            new Attribute.Whole(-1),
            "epsilon",
            new Attribute.Real(normalization.epsilon())),
        graph.onnx("Add", "words at places", words, positions),
        graph.constant("embeddings gain", normalization.gain()),
        graph.constant("embeddings bias", normalization.bias()));
  }

  private Tensor positions(Encoder.Embeddings embeddings) {
    int width = encoder.width();
    float[] all = embeddings.positions().floats();
    float[] positions = new float[all.length - embeddings.firstPosition() * width];
    System.arraycopy(all, all.length - positions.length, positions, 0, positions.length);
    embeddings
        .types()
        .ifPresent(
            types -> {
              float[] first = types.floats();
              for (int i = 0; i < positions.length; i++) {
                positions[i] += first[i % width];
              }
            });
    return Tensor.of(positions, positions.length / width, width);
  }

  private String whole(String name, long value) {
    return graph.constant(name, Tensor.of(new long[] {value}, 1));
  }

  private static Map<String, Attribute> axis(long axis) {
    return Map.of("axis", new Attribute.Whole(axis));
  }

  private String layer(Encoder.Layer layer, String states, String name, String output) {
    String mixed = attention(layer, states, name);
    String attended =
        addAndNormalize(
            name + "attended",
            product(name + "output", mixed, layer.output().weights(), isInteger()),
            states,
            layer.output().bias(),
            layer.afterAttention());
    String inner =
        graph.microsoft("Gelu", name + "inner gelu", Map.of(), inner(layer, attended, name));
    return addAndNormalize(
        output,
        product(
            name + "outer",
            inner,
            layer.outer().weights(),
            multiplication == Multiplication.INTEGER),
        attended,
        layer.outer().bias(),
        layer.afterFeedForward());
  }

  private boolean isInteger() {
    return multiplication != Multiplication.EXACT;
  }

  private String attention(Encoder.Layer layer, String states, String name) {
    int width = Math.toIntExact(layer.query().bias().size());
    Encoder.Linear packed = PackedLinear.of(layer.query(), layer.key(), layer.value());
    String all =
        biasedProduct(
            name + "queries keys values", states, packed, multiplication == Multiplication.INTEGER);
    List<String> parts = graph.thirds(all, width);
    return graph.microsoft(
        "MultiHeadAttention",
        name + "attention",
        Map.of(
            "num_heads",
            new Attribute.Whole(encoder.heads()),
            "scale",
            new Attribute.Real(layer.scale())),
        parts.get(0),
        parts.get(1),
        parts.get(2));
  }

  private String inner(Encoder.Layer layer, String states, String name) {
    String output = name + "inner";
    if (!isInteger()) {
      return biasedProduct(output, states, layer.inner(), false);
    }
    Smoothing smoothing = Smoothing.of(layer.afterAttention(), layer.inner().weights());
    String smooth =
        graph.onnx(
            "Mul",
            output + " smooth",
            states,
            graph.constant(output + " factors", smoothing.inverse()));
    return integerProduct(
        output,
        smooth,
        EightBits.of(smoothing.weights(), range),
        graph.constant(output + " bias", layer.inner().bias()));
  }

  private String addAndNormalize(
      String output, String some, String other, Tensor bias, Encoder.Normalization normalization) {
    return graph.microsoft(
        "SkipLayerNormalization",
        output,
        Map.of("epsilon", new Attribute.Real(normalization.epsilon())),
        some,
        other,
        graph.constant(output + " gain", normalization.gain()),
        graph.constant(output + " shift", normalization.bias()),
        graph.constant(output + " bias", bias));
  }

  /// `x W`
  private String product(String output, String states, Weights weights, boolean inIntegers) {
    return inIntegers
        ? integerProduct(output, states, EightBits.of(weights, range), "")
        : graph.onnx(
            "MatMul", output, states, graph.constant(output + " weights", weights.asTensor()));
  }

  /// `x W + b`
  private String biasedProduct(
      String output, String states, Encoder.Linear linear, boolean inIntegers) {
    Weights weights = linear.weights();
    String bias = graph.constant(output + " bias", linear.bias());
    if (inIntegers) {
      return integerProduct(output, states, EightBits.of(weights, range), bias);
    }
    // Gemm works on rows, and adds the bias at no cost.
    String rows =
        graph.onnx(
            "Reshape",
            output + " rows",
            states,
            graph.constant(
                "rows of " + weights.rows(), Tensor.of(new long[] {-1, weights.rows()}, 2)));
    return graph.onnx(
        "Reshape",
        output,
        graph.onnx(
            "Gemm",
            output + " products",
            rows,
            graph.constant(output + " weights", weights.asTensor()),
            bias),
        STATES_SHAPE);
  }

  private String integerProduct(String output, String states, EightBits weights, String bias) {
    int columns = Math.toIntExact(weights.scales().size());
    return graph.microsoft(
        "DynamicQuantizeMatMul",
        output,
        Map.of(),
        states,
        graph.constant(output + " weights", weights.values()),
        graph.constant(output + " scales", weights.scales()),
        // Each product needs its own: ONNX Runtime may replace it.
        graph.constant(output + " zeros", Tensor.of(Tensor.INT8, new byte[columns], columns)),
        bias);
  }
}
