package dev.akin.embed.add;

import static dev.akin.embed.add.RandomEncoder.DISTANCES;
import static dev.akin.embed.add.RandomEncoder.EACH;
import static dev.akin.embed.add.RandomEncoder.EPSILON;
import static dev.akin.embed.add.RandomEncoder.HEADS;
import static dev.akin.embed.add.RandomEncoder.INNER;
import static dev.akin.embed.add.RandomEncoder.LAYERS;
import static dev.akin.embed.add.RandomEncoder.PADDING;
import static dev.akin.embed.add.RandomEncoder.WIDTH;

import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.GraphBuilder;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Writes a [RandomEncoder] as exporters write such a model.
final class EncoderGraph {
  private static final double UNSEEN = -10_000;

  private final RandomEncoder model;
  private final Architecture kind;
  private final GraphBuilder graph = new GraphBuilder();
  private final Map<String, Integer> names = new HashMap<>();

  private EncoderGraph(RandomEncoder model) {
    this.model = model;
    this.kind = model.kind();
  }

  static OnnxModel of(RandomEncoder model) {
    return new EncoderGraph(model).build();
  }

  private OnnxModel build() {
    String states = embeddings();
    for (int layer = 0; layer < LAYERS; layer++) {
      String name = layer + ".";
      if (kind.isPreNormalized()) {
        String first = normalization(name + "first norm", states);
        states = on("Add", states, attention(layer, first));
        String second = normalization(name + "second norm", states);
        states = on("Add", states, feedForward(name, second));
      } else {
        states = normalization(name + "first norm", on("Add", attention(layer, states), states));
        states = normalization(name + "second norm", on("Add", feedForward(name, states), states));
      }
    }
    states = kind.isPreNormalized() ? normalization("last norm", states) : states;
    int type = model.hasHalves() ? Tensor.FLOAT16 : Tensor.FLOAT;
    graph.onnx("Cast", "last_hidden_state", Map.of("to", new Attribute.Whole(type)), states);
    return new OnnxModel(
        8,
        Map.of(OnnxModel.ONNX, 17L),
        0,
        graph.build(
            inputs(),
            List.of(
                new ValueInfo("last_hidden_state", type, List.of("batch", "token", "" + WIDTH)))));
  }

  private List<ValueInfo> inputs() {
    List<String> inputs = new ArrayList<>(List.of("input_ids", "attention_mask"));
    if (kind == Architecture.BERT) {
      inputs.add("token_type_ids");
    }
    if (kind == Architecture.DECODER) {
      inputs.add("position_ids");
    }
    return inputs.stream()
        .map(name -> new ValueInfo(name, Tensor.INT64, List.of("batch", "token")))
        .toList();
  }

  // Nodes

  private String fresh(String name) {
    return name + " " + names.merge(name, 1, Integer::sum);
  }

  private String on(String operator, String... inputs) {
    return graph.onnx(operator, fresh(operator), inputs);
  }

  private String on(String operator, Map<String, Attribute> attributes, String... inputs) {
    return graph.onnx(operator, fresh(operator), attributes, inputs);
  }

  private static Map<String, Attribute> axis(long axis) {
    return Map.of("axis", new Attribute.Whole(axis));
  }

  private static Map<String, Attribute> order(Long... places) {
    return Map.of("perm", new Attribute.Wholes(List.of(places)));
  }

  private String whole(long value) {
    return graph.constant(fresh("whole"), Tensor.of(new long[] {value}));
  }

  private String wholes(long... values) {
    return graph.constant(fresh("wholes"), Tensor.of(values, values.length));
  }

  private String real(double value) {
    return graph.constant(fresh("real"), Tensor.of(new float[] {(float) value}));
  }

  private String cast(String value, int type) {
    return on("Cast", Map.of("to", new Attribute.Whole(type)), value);
  }

  /// Weights of 16 bits are used as floats.
  private String weights(String name, float[] values, long... shape) {
    if (!model.hasHalves()) {
      return graph.constant(name, Tensor.of(values, shape));
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    List<Long> dimensions = LongStream.of(shape).boxed().toList();
    Tensor halves = new Tensor(Tensor.FLOAT16, dimensions, bytes.flip(), false);
    return cast(graph.constant(name + " halves", halves), Tensor.FLOAT);
  }

  private String table(String name, int rows, int columns, double spread) {
    return weights(name, model.table(name, rows, columns, spread), rows, columns);
  }

  // The encoder

  private String embeddings() {
    String sum =
        graph.onnx(
            "Gather",
            "word",
            weights("words", model.wordTable(), model.words(), WIDTH),
            "input_ids");
    if (kind == Architecture.BERT) {
      sum = on("Add", sum, on("Gather", table("types", 2, WIDTH, 0.1), "token_type_ids"));
    }
    if (!kind.isRotary()) {
      int rows = RandomEncoder.POSITIONS + model.firstPosition();
      sum = on("Add", sum, on("Gather", table("positions", rows, WIDTH, 0.1), positions()));
    }
    return kind == Architecture.DECODER ? sum : normalization("embeddings norm", sum);
  }

  private String positions() {
    if (!kind.isCountedAfterPadding()) {
      return on("Unsqueeze", range(), wholes(0));
    }
    String seen = cast(on("Not", on("Equal", "input_ids", whole(PADDING))), Tensor.INT64);
    String count = on("Mul", on("CumSum", seen, whole(1)), seen);
    return on("Add", count, whole(PADDING));
  }

  /// 0, 1, 2 … for each token.
  private String range() {
    String length = on("Gather", axis(0), on("Shape", "input_ids"), whole(1));
    return on("Range", whole(0), length, whole(1));
  }

  private String normalization(String name, String states) {
    String gain = weights(name, model.gain(name), WIDTH);
    if (kind == Architecture.DECODER) {
      Map<String, Attribute> last = Map.of("axes", new Attribute.Wholes(List.of(-1L)));
      String squares = on("ReduceMean", last, on("Mul", states, states));
      String root = on("Sqrt", on("Add", squares, real(EPSILON)));
      return on("Mul", on("Div", states, root), gain);
    }
    Map<String, Attribute> settings =
        Map.of("axis", new Attribute.Whole(-1), "epsilon", new Attribute.Real((float) EPSILON));
    return kind.hasBiases()
        ? on(
            "LayerNormalization",
            settings,
            states,
            gain,
            weights(name + " bias", model.bias(name + " bias", WIDTH), WIDTH))
        : on("LayerNormalization", settings, states, gain);
  }

  private String linear(String name, String states, int in, int out) {
    String product = on("MatMul", states, weights(name, model.matrix(name, in, out), in, out));
    return kind.hasBiases()
        ? on("Add", weights(name + " bias", model.bias(name + " bias", out), out), product)
        : product;
  }

  private String attention(int layer, String states) {
    String queries = turned(heads(linear(layer + ".query", states, WIDTH, WIDTH)));
    String keys = turned(heads(linear(layer + ".key", states, WIDTH, WIDTH)));
    String values = heads(linear(layer + ".value", states, WIDTH, WIDTH));
    String product = on("MatMul", queries, on("Transpose", order(0L, 1L, 3L, 2L), keys));
    String scores = on("Div", product, real(Math.sqrt(EACH)));
    String weights = on("Softmax", axis(-1), masked(layer, scores));
    String mixed = on("Transpose", order(0L, 2L, 1L, 3L), on("MatMul", weights, values));
    return linear(layer + ".output", on("Reshape", mixed, wholes(0, 0, WIDTH)), WIDTH, WIDTH);
  }

  private String heads(String states) {
    String split = on("Reshape", states, wholes(0, 0, HEADS, EACH));
    return on("Transpose", order(0L, 2L, 1L, 3L), split);
  }

  private String turned(String heads) {
    if (!kind.isRotary()) {
      return heads;
    }
    float[] frequencies = new float[EACH];
    for (int i = 0; i < EACH; i++) {
      frequencies[i] = (float) RandomEncoder.frequency(i % (EACH / 2));
    }
    String positions =
        kind == Architecture.DECODER ? "position_ids" : on("Unsqueeze", range(), wholes(0));
    String angles =
        on(
            "Mul",
            on("Unsqueeze", cast(positions, Tensor.FLOAT), wholes(1, 3)),
            graph.constant(fresh("frequencies"), Tensor.of(frequencies, EACH)));
    String left = on("Slice", heads, wholes(0), wholes(EACH / 2), wholes(3));
    String right = on("Slice", heads, wholes(EACH / 2), wholes(EACH), wholes(3));
    String half = on("Concat", axis(3), on("Neg", right), left);
    return on("Add", on("Mul", heads, on("Cos", angles)), on("Mul", half, on("Sin", angles)));
  }

  private String masked(int layer, String scores) {
    String seen = on("Unsqueeze", cast("attention_mask", Tensor.FLOAT), wholes(1, 2));
    String masked = on("Add", scores, on("Mul", on("Sub", real(1), seen), real(UNSEEN)));
    return switch (kind) {
      case DECODER -> on("Add", masked, unless(on("LessOrEqual", distance(), whole(0))));
      case MODERNBERT ->
          layer % 2 == 0
              ? masked
              : on(
                  "Add",
                  masked,
                  unless(on("LessOrEqual", on("Abs", distance()), whole(RandomEncoder.WINDOW))));
      case MPNET -> on("Add", masked, byDistance());
      default -> masked;
    };
  }

  /// For each token, how far each other one is after it.
  private String distance() {
    String range = range();
    return on("Sub", on("Unsqueeze", range, wholes(0)), on("Unsqueeze", range, wholes(1)));
  }

  private String unless(String isSeen) {
    return on("Where", isSeen, real(0), real(UNSEEN));
  }

  private String byDistance() {
    String cut = on("Max", on("Min", distance(), whole(DISTANCES)), whole(-DISTANCES));
    String table =
        names.containsKey("by distance")
            ? "distances"
            : table("distances", 2 * DISTANCES + 1, HEADS, 0.5);
    String all =
        graph.onnx("Gather", fresh("by distance"), table, on("Add", cut, whole(DISTANCES)));
    return on("Unsqueeze", on("Transpose", order(2L, 0L, 1L), all), wholes(0));
  }

  private String feedForward(String layer, String states) {
    String inner = linear(layer + "inner", states, WIDTH, INNER);
    String active =
        kind == Architecture.DECODER ? on("Mul", inner, on("Sigmoid", inner)) : gelu(inner);
    String gated =
        kind.isPreNormalized()
            ? on("Mul", active, linear(layer + "gate", states, WIDTH, INNER))
            : active;
    return linear(layer + "outer", gated, INNER, WIDTH);
  }

  private String gelu(String value) {
    String erf = on("Erf", on("Div", value, real(Math.sqrt(2))));
    return on("Mul", on("Mul", value, on("Add", erf, real(1))), real(0.5));
  }

  /// The tokens of a text of these words.
  static int[] ids(List<Integer> words) {
    return IntStream.concat(
            IntStream.of(PublishedFolder.START),
            IntStream.concat(
                words.stream().mapToInt(Integer::intValue), IntStream.of(PublishedFolder.END)))
        .toArray();
  }
}
