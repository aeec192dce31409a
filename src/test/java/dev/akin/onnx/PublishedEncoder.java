package dev.akin.onnx;

import dev.akin.Seed;
import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.GraphBuilder;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// A small encoder with weights by chance, written as exporters do. Its values have plain names, so
/// that tests can change them: `0.softmax` is that of the first layer.
final class PublishedEncoder {
  static final int WORDS = 20;
  static final int WIDTH = 8;
  static final int HEADS = 2;
  private static final int INNER = 12;
  private static final int PLACES = 16;
  private static final int PADDING = 1;
  private static final int BOOL = 9;

  private final Set<Style> styles;
  private final int layers;
  private final Random random;
  private final Map<String, Integer> names = new HashMap<>();
  private final GraphBuilder graph = new GraphBuilder();

  private PublishedEncoder(int layers, long seed, Set<Style> styles) {
    this.layers = layers;
    this.random = Seed.fixed(seed);
    this.styles = styles;
  }

  static OnnxModel of(int layers, long seed, Style... styles) {
    return new PublishedEncoder(layers, seed, Set.of(styles)).model();
  }

  private boolean is(Style style) {
    return styles.contains(style);
  }

  private long opset() {
    return styles.stream().mapToLong(style -> style.opset).max().orElse(11);
  }

  private OnnxModel model() {
    mask();
    String states = normalization("embedded", embeddings());
    for (int layer = 0; layer < layers; layer++) {
      states = layer(layer + ".", states);
    }
    graph.onnx("Identity", "last_hidden_state", states);
    ValueInfo output = value("last_hidden_state", Tensor.FLOAT, "batch", "token", "" + WIDTH);
    List<ValueInfo> outputs = List.of(output);
    if (is(Style.POOLED)) {
      graph.onnx("Gather", "pooler_output", axis(1), states, whole(0));
      outputs = List.of(value("pooler_output", Tensor.FLOAT, "batch", "" + WIDTH), output);
    }
    boolean hasTypes =
        !is(Style.NO_TYPES) && !is(Style.ZERO_TYPES) && !is(Style.CONSTANT_ZERO_TYPES);
    List<ValueInfo> inputs =
        List.of(
            value("input_ids", Tensor.INT64, "batch", "token"),
            value("attention_mask", Tensor.INT64, "batch", "token"),
            value("token_type_ids", Tensor.INT64, "batch", "token"));
    return new OnnxModel(
        8,
        Map.of(OnnxModel.ONNX, opset()),
        0,
        graph.build(hasTypes ? inputs : inputs.subList(0, 2), outputs));
  }

  private static ValueInfo value(String name, int type, String... shape) {
    return new ValueInfo(name, type, List.of(shape));
  }

  // Constants

  private String constant(String name, Tensor tensor) {
    if (!is(Style.CONSTANTS)) {
      return graph.constant(name, tensor);
    }
    return graph.onnx("Constant", name, Map.of("value", new Attribute.Constant(tensor)));
  }

  private String fresh(String name) {
    return name + " " + names.merge(name, 1, Integer::sum);
  }

  private String whole(long value) {
    return constant(fresh("whole"), Tensor.of(new long[] {value}));
  }

  private String wholes(long... values) {
    return constant(fresh("wholes"), Tensor.of(values, values.length));
  }

  private String real(double value) {
    return constant(fresh("real"), Tensor.of(new float[] {(float) value}));
  }

  private String random(String name, double middle, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (middle + 0.5 * random.nextGaussian());
    }
    return constant(name, Tensor.of(values, shape));
  }

  // Nodes

  private static Map<String, Attribute> axis(long axis) {
    return Map.of("axis", new Attribute.Whole(axis));
  }

  private static Map<String, Attribute> to(int type) {
    return Map.of("to", new Attribute.Whole(type));
  }

  private static Map<String, Attribute> permutation(Long... places) {
    return Map.of("perm", new Attribute.Wholes(List.of(places)));
  }

  private String pair(String operator, String name, String one, String other) {
    return is(Style.SWAPPED)
        ? graph.onnx(operator, name, other, one)
        : graph.onnx(operator, name, one, other);
  }

  private String unsqueezed(String value, long axis) {
    String name = fresh("unsqueezed");
    return opset() >= 13
        ? graph.onnx("Unsqueeze", name, value, wholes(axis))
        : graph.onnx("Unsqueeze", name, Map.of("axes", new Attribute.Wholes(List.of(axis))), value);
  }

  private String mean(String name, String value) {
    return opset() >= 18
        ? graph.onnx("ReduceMean", name, value, wholes(-1))
        : graph.onnx("ReduceMean", name, Map.of("axes", new Attribute.Wholes(List.of(-1L))), value);
  }

  private String dimension(String value, long place) {
    String shape = graph.onnx("Shape", fresh("shape"), value);
    String gathered = graph.onnx("Gather", fresh("dimension"), axis(0), shape, whole(place));
    return unsqueezed(gathered, 0);
  }

  private String shape(String value, long... rest) {
    String[] parts =
        IntStream.range(0, rest.length + 2)
            .mapToObj(i -> i < 2 ? dimension(value, i) : wholes(rest[i - 2]))
            .toArray(String[]::new);
    return graph.onnx("Concat", fresh("shape of"), axis(0), parts);
  }

  private String nothing(String value) {
    if (!is(Style.IDENTITIES)) {
      return value;
    }
    String same = graph.onnx("Identity", fresh("same"), value);
    String cast = graph.onnx("Cast", fresh("cast"), to(Tensor.FLOAT), same);
    return graph.onnx("Dropout", fresh("dropout"), cast);
  }

  // The encoder

  private void mask() {
    String wide = unsqueezed(unsqueezed("attention_mask", 1), 2);
    String bool = graph.onnx("Cast", "may be seen", to(BOOL), wide);
    if (is(Style.SCALED_PARTS)) {
      graph.onnx("Where", "mask", bool, real(0), real(Double.NEGATIVE_INFINITY));
    } else {
      String real = graph.onnx("Cast", "seen", to(Tensor.FLOAT), wide);
      graph.onnx("Mul", "mask", graph.onnx("Sub", "unseen", real(1), real), real(-10000));
    }
  }

  private String embeddings() {
    String words = random("all words", 0, WORDS, WIDTH);
    String sum = graph.onnx("Gather", "words", words, "input_ids");
    if (!is(Style.NO_TYPES)) {
      String types = random("all types", 0, 2, WIDTH);
      sum = pair("Add", "typed", sum, graph.onnx("Gather", "types", types, typeIds()));
    }
    return nothing(pair("Add", "placed", sum, places()));
  }

  private String typeIds() {
    if (is(Style.ZERO_TYPES)) {
      String shape = graph.onnx("Shape", "shape of ids", "input_ids");
      Tensor zero = Tensor.of(new long[] {0}, 1);
      return graph.onnx(
          "ConstantOfShape", "type ids", Map.of("value", new Attribute.Constant(zero)), shape);
    }
    if (is(Style.CONSTANT_ZERO_TYPES)) {
      String zeros = constant("zeros", Tensor.of(new long[PLACES], 1, PLACES));
      return graph.onnx(
          "Expand", "type ids", part("some zeros", zeros), graph.onnx("Shape", "all", "input_ids"));
    }
    return "token_type_ids";
  }

  private String part(String name, String rows) {
    return graph.onnx(
        "Slice", name, rows, wholes(0), dimension("input_ids", 1), wholes(1), wholes(1));
  }

  private String places() {
    String all = random("all places", 0, PLACES, WIDTH);
    if (is(Style.SLICED_PLACES)) {
      return graph.onnx("Slice", "places", all, wholes(0), dimension("input_ids", 1), wholes(0));
    }
    return graph.onnx("Gather", "places", all, placeIds());
  }

  private String placeIds() {
    if (is(Style.COUNTED_MASK) || is(Style.COUNTED_WORDS)) {
      return countedIds();
    }
    if (is(Style.RANGE)) {
      String shape = graph.onnx("Shape", fresh("shape"), "input_ids");
      String length = graph.onnx("Gather", "length", axis(0), shape, whole(1));
      return unsqueezed(graph.onnx("Range", "place ids", whole(0), length, whole(1)), 0);
    }
    long[] ids = IntStream.range(0, PLACES).asLongStream().toArray();
    return part("place ids", constant("all place ids", Tensor.of(ids, 1, PLACES)));
  }

  private String countedIds() {
    String counts = "attention_mask";
    if (is(Style.COUNTED_WORDS)) {
      String padding = graph.onnx("Equal", "is padding", "input_ids", whole(PADDING));
      counts = graph.onnx("Cast", "counts", to(Tensor.INT32), graph.onnx("Not", "no", padding));
    }
    String sum = graph.onnx("CumSum", "sum", counts, whole(1));
    String masked = pair("Mul", "masked sum", sum, counts);
    String cast = graph.onnx("Cast", "count", to(Tensor.INT64), masked);
    return pair("Add", "place ids", cast, whole(PADDING));
  }

  private String normalization(String name, String states) {
    String gain = random(name + " gain", 1, WIDTH);
    String bias = random(name + " bias", 0, WIDTH);
    if (is(Style.NORMALIZATION)) {
      Map<String, Attribute> settings =
          Map.of("axis", new Attribute.Whole(-1), "epsilon", new Attribute.Real(1e-3f));
      return nothing(graph.onnx("LayerNormalization", name, settings, states, gain, bias));
    }
    String centered = graph.onnx("Sub", name + " centered", states, mean(name + " mean", states));
    String squares = graph.onnx("Pow", name + " squares", centered, real(2));
    String variance = mean(name + " variance", squares);
    String spread = pair("Add", name + " spread", variance, real(1e-3));
    String unit =
        graph.onnx("Div", name + " unit", centered, graph.onnx("Sqrt", name + " root", spread));
    return nothing(pair("Add", name, pair("Mul", name + " scaled", unit, gain), bias));
  }

  private String linear(String name, String states, long in, long out) {
    boolean isTurned = is(Style.GEMM) || is(Style.TRANSPOSED);
    String weights =
        isTurned ? random(name + " weights", 0, out, in) : random(name + " weights", 0, in, out);
    String bias = random(name + " bias", 0, out);
    if (is(Style.GEMM)) {
      String rows = graph.onnx("Reshape", name + " rows", states, wholes(-1, in));
      Map<String, Attribute> turned = Map.of("transB", new Attribute.Whole(1));
      String products = graph.onnx("Gemm", name + " products", turned, rows, weights, bias);
      return graph.onnx("Reshape", name, products, shape("input_ids", out));
    }
    String matrix =
        isTurned
            ? graph.onnx("Transpose", name + " turned", permutation(1L, 0L), weights)
            : weights;
    String product = graph.onnx("MatMul", name + " product", states, matrix);
    return nothing(pair("Add", name, bias, product));
  }

  private String layer(String layer, String states) {
    String attended = attention(layer, states);
    String output = linear(layer + "output", attended, WIDTH, WIDTH);
    String middle = normalization(layer + "attended", pair("Add", layer + "sum", output, states));
    String inner = gelu(layer, linear(layer + "inner", middle, WIDTH, INNER));
    String outer = linear(layer + "outer", inner, INNER, WIDTH);
    return normalization(layer + "states", pair("Add", layer + "last sum", outer, middle));
  }

  private String gelu(String layer, String value) {
    if (is(Style.GELU)) {
      return graph.onnx("Gelu", layer + "gelu", value);
    }
    String part = graph.onnx("Div", layer + "part", value, real(Math.sqrt(2)));
    String erf = graph.onnx("Erf", layer + "erf", part);
    String gate = pair("Add", layer + "gate", erf, real(1));
    return is(Style.TRANSPOSED)
        ? graph.onnx(
            "Mul", layer + "gelu", graph.onnx("Mul", layer + "half", value, real(0.5)), gate)
        : pair("Mul", layer + "gelu", pair("Mul", layer + "gated", value, gate), real(0.5));
  }

  private String heads(String name, String states) {
    long each = WIDTH / HEADS;
    String shape =
        is(Style.CONSTANT_SHAPE)
            ? wholes(0, 0, HEADS, each)
            : shape(states, is(Style.OPEN_HEADS) ? -1 : HEADS, each);
    return graph.onnx("Reshape", name + " heads", states, shape);
  }

  private String turned(String name, String value, Long... places) {
    return graph.onnx("Transpose", name + " turned", permutation(places), value);
  }

  private String attention(String layer, String states) {
    String query = linear(layer + "query", states, WIDTH, WIDTH);
    String key = linear(layer + "key", states, WIDTH, WIDTH);
    String value = linear(layer + "value", states, WIDTH, WIDTH);
    String values = turned(layer + "values", heads(layer + "value", value), 0L, 2L, 1L, 3L);
    String queries = turned(layer + "queries", heads(layer + "query", query), 0L, 2L, 1L, 3L);
    String keyHeads = heads(layer + "key", key);
    String weights =
        is(Style.SCALED_PARTS)
            ? partsScaled(layer, queries, keyHeads)
            : scoresScaled(layer, queries, turned(layer + "keys", keyHeads, 0L, 2L, 3L, 1L));
    String mixed = graph.onnx("MatMul", layer + "mixed", nothing(weights), values);
    String merged = turned(layer + "mixed", mixed, 0L, 2L, 1L, 3L);
    String shape = is(Style.CONSTANT_SHAPE) ? wholes(0, 0, WIDTH) : shape(merged, WIDTH);
    return graph.onnx("Reshape", layer + "merged", merged, shape);
  }

  private String scoresScaled(String layer, String queries, String keys) {
    String product = graph.onnx("MatMul", layer + "scores", queries, keys);
    String root = real(Math.sqrt((double) WIDTH / HEADS));
    String scaled = graph.onnx("Div", layer + "scaled", product, root);
    String masked =
        is(Style.WHERE)
            ? graph.onnx("Where", layer + "masked", "may be seen", scaled, real(-Float.MAX_VALUE))
            : pair("Add", layer + "masked", scaled, "mask");
    return graph.onnx("Softmax", layer + "softmax", axis(is(Style.SWAPPED) ? -1 : 3), masked);
  }

  private String partsScaled(String layer, String queries, String keyHeads) {
    String shape = graph.onnx("Shape", layer + "shape", queries);
    String last = graph.onnx("Slice", layer + "last", shape, wholes(-1), wholes(Long.MAX_VALUE));
    String width = graph.onnx("Cast", layer + "width", to(Tensor.FLOAT), last);
    String rootOfWidth = graph.onnx("Sqrt", layer + "root of width", width);
    String scale = graph.onnx("Div", layer + "scale", real(1), rootOfWidth);
    String keys =
        turned(
            layer + "keys", turned(layer + "some keys", keyHeads, 0L, 2L, 1L, 3L), 0L, 1L, 3L, 2L);
    String product =
        graph.onnx(
            "MatMul",
            layer + "scores",
            pair("Mul", layer + "scaled queries", queries, graph.onnx("Sqrt", layer + "a", scale)),
            pair("Mul", layer + "scaled keys", keys, graph.onnx("Sqrt", layer + "b", scale)));
    String masked = pair("Add", layer + "masked", product, "mask");
    String softmax = graph.onnx("Softmax", layer + "softmax", axis(-1), masked);
    String isNaN = graph.onnx("IsNaN", layer + "is no number", softmax);
    return graph.onnx("Where", layer + "weights", isNaN, real(0), softmax);
  }
}
