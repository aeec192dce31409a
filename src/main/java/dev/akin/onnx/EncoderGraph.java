package dev.akin.onnx;

import java.util.List;
import java.util.Map;

/// Writes an encoder as a small graph of ONNX Runtime's fused operators.
///
/// All texts of a batch have the same length: without padding there is no mask, and without a mask
/// ONNX Runtime takes the attention that stays in the cache (Dao et al., NeurIPS 2022), half as
/// expensive as the other. Biases go into the products before them, where they cost nothing.
///
/// | value | type | shape |
/// | --- | --- | --- |
/// | `input_ids` | int64 | `[text][token]` |
/// | `groups` | float | `[text][group][token]`, how much a token counts in a group |
/// | `pooled` | float | `[text][group][coordinate]`, the sum of the states of a group's tokens |
/// | `token_states` | float | `[text][token][coordinate]` |
final class EncoderGraph {
  private static final long OPSET = 17;
  private static final long IR_VERSION = 8;
  private static final String SHAPE = "shape";
  private static final String STATES_SHAPE = "states shape";

  private final Encoder encoder;
  private final Multiplication multiplication;
  private final GraphBuilder graph = new GraphBuilder();

  private EncoderGraph(Encoder encoder, Multiplication multiplication) {
    this.encoder = encoder;
    this.multiplication = multiplication;
  }

  static OnnxModel of(Encoder encoder, Multiplication multiplication) {
    return new EncoderGraph(encoder, multiplication).write();
  }

  private OnnxModel write() {
    String states = embeddings(encoder.embeddings());
    for (int number = 0; number < encoder.layers().size(); number++) {
      boolean isLast = number == encoder.layers().size() - 1;
      String name = "layer " + number + " ";
      states =
          layer(
              encoder.layers().get(number),
              states,
              name,
              isLast ? EncoderRewrite.STATES : name + "states");
    }
    graph.onnx("MatMul", EncoderRewrite.POOLED, EncoderRewrite.GROUPS, states);
    String width = Integer.toString(encoder.width());
    return new OnnxModel(
        IR_VERSION,
        Map.of(OnnxModel.ONNX, OPSET, OnnxModel.MICROSOFT, 1L),
        0,
        graph.build(
            List.of(
                new ValueInfo(EncoderRewrite.IDS, Tensor.INT64, List.of("text", "token")),
                new ValueInfo(
                    EncoderRewrite.GROUPS, Tensor.FLOAT, List.of("text", "group", "token"))),
            List.of(
                new ValueInfo(EncoderRewrite.POOLED, Tensor.FLOAT, List.of("text", "group", width)),
                new ValueInfo(
                    EncoderRewrite.STATES, Tensor.FLOAT, List.of("text", "token", width)))));
  }

  /// A token's word, its place and its type, which is the same for all and so is added to the
  /// places.
  private String embeddings(Encoder.Embeddings embeddings) {
    String zero = whole("zero", 0);
    String one = whole("one", 1);
    graph.onnx("Shape", SHAPE, EncoderRewrite.IDS);
    graph.onnx("Concat", STATES_SHAPE, axis(0), SHAPE, whole("the rest", -1));
    String length = graph.onnx("Gather", "length", axis(0), SHAPE, one);
    String places =
        graph.onnx(
            "Slice",
            "places",
            graph.constant("all places", places(embeddings)),
            zero,
            length,
            zero);
    String words =
        graph.onnx(
            "Gather", "words", graph.constant("all words", embeddings.words()), EncoderRewrite.IDS);
    Encoder.Normalization normalization = embeddings.normalization();
    return graph.onnx(
        "LayerNormalization",
        "embeddings",
        Map.of(
            "axis",
            new Attribute.Whole(-1),
            "epsilon",
            new Attribute.Real(normalization.epsilon())),
        graph.onnx("Add", "words at places", words, places),
        graph.constant("embeddings gain", normalization.gain()),
        graph.constant("embeddings bias", normalization.bias()));
  }

  private Tensor places(Encoder.Embeddings embeddings) {
    int width = encoder.width();
    float[] all = embeddings.positions().floats();
    float[] places = new float[all.length - embeddings.firstPosition() * width];
    System.arraycopy(all, all.length - places.length, places, 0, places.length);
    embeddings
        .types()
        .ifPresent(
            types -> {
              float[] first = types.floats();
              for (int i = 0; i < places.length; i++) {
                places[i] += first[i % width];
              }
            });
    return Tensor.of(places, places.length / width, width);
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
        EightBits.of(smoothing.weights()),
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
        ? integerProduct(output, states, EightBits.of(weights), "")
        : graph.onnx(
            "MatMul", output, states, graph.constant(output + " weights", weights.asTensor()));
  }

  /// `x W + b`
  private String biasedProduct(
      String output, String states, Encoder.Linear linear, boolean inIntegers) {
    Weights weights = linear.weights();
    String bias = graph.constant(output + " bias", linear.bias());
    if (inIntegers) {
      return integerProduct(output, states, EightBits.of(weights), bias);
    }
    // Gemm knows rows only, and adds the bias on the way.
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
        // Not shared: ONNX Runtime may write another in its place, for each product one.
        graph.constant(output + " zeros", Tensor.of(Tensor.INT8, new byte[columns], columns)),
        bias);
  }
}
