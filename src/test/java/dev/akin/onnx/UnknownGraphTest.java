package dev.akin.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.akin.embed.TinyModel;
import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import dev.akin.onnx.find.EncoderFinder;
import dev.akin.onnx.find.UnknownGraphException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Graphs that are no encoder that akin knows, most of them one change away from one.
class UnknownGraphTest {
  private static final OnnxModel BASE = published();
  private static final int MANY = 100_000;
  private static final int ENOUGH_FOR_THE_STACK = 10_000;

  private static OnnxModel published(Style... styles) {
    return PublishedEncoder.of(2, 5, styles);
  }

  @ParameterizedTest
  @MethodSource({
    "formats",
    "outputs",
    "orders",
    "embeddings",
    "normalizations",
    "linearMaps",
    "units",
    "residuals",
    "heads",
    "scales",
    "scores"
  })
  void refuses(OnnxModel model, String reason) {
    assertThatThrownBy(() -> EncoderFinder.find(model))
        .isInstanceOf(UnknownGraphException.class)
        .hasMessageContaining(reason);
  }

  private static OnnxModel inOpset(long opset) {
    return new OnnxModel(8, Map.of(OnnxModel.ONNX, opset), 0, BASE.graph());
  }

  private static Tensor ofType(int type) {
    return Tensor.of(type, new byte[2 * PublishedEncoder.WIDTH], PublishedEncoder.WIDTH);
  }

  private static Node constant(Tensor tensor) {
    return new Node(
        "", "Constant", List.of(), List.of("odd"), Map.of("value", new Attribute.Constant(tensor)));
  }

  private static OnnxModel before(OnnxModel model, Node first) {
    List<Node> nodes = new ArrayList<>(List.of(first));
    nodes.addAll(model.graph().nodes());
    return Changes.withNodes(model, nodes);
  }

  private static OnnxModel ofDomain(String domain, String operator) {
    return Changes.node(
        BASE,
        "0.softmax",
        node -> new Node(domain, operator, node.inputs(), node.outputs(), Map.of()));
  }

  static Stream<Arguments> formats() {
    String bias = "0.query bias";
    Tensor external =
        new Tensor(Tensor.FLOAT, List.of(8L), Tensor.of(new float[0], 0).bytes(), true);
    ValueInfo pixels = new ValueInfo("pixel_values", Tensor.FLOAT, List.of("n", "3", "64", "64"));
    Graph graph = BASE.graph();
    Graph picture =
        new Graph(graph.nodes(), graph.initializers(), List.of(pixels), graph.outputs());
    return Stream.of(
        argumentSet("a newer opset", inOpset(24), "opset 24"),
        argumentSet("an older opset", inOpset(10), "opset 10"),
        argumentSet("no opset", new OnnxModel(8, Map.of(), 0, graph), "opset 0"),
        argumentSet(
            "functions", new OnnxModel(8, Map.of("", 11L), 1, graph), "operators of its own"),
        argumentSet("external data", Changes.withInitializer(BASE, bias, external), "another file"),
        argumentSet(
            "16 bits",
            Changes.withInitializer(BASE, bias, ofType(Tensor.FLOAT16)),
            "16 bits: 0.query bias"),
        argumentSet(
            "brain floats",
            Changes.withInitializer(BASE, bias, ofType(Tensor.BFLOAT16)),
            "16 bits: 0.query bias"),
        argumentSet("16 bits in a node", before(BASE, constant(ofType(Tensor.FLOAT16))), "16 bits"),
        argumentSet("external data in a node", before(BASE, constant(external)), "another file"),
        argumentSet(
            "double precision",
            Changes.withInitializer(BASE, bias, ofType(Tensor.DOUBLE)),
            "linear map"),
        argumentSet("integers", ofDomain("", "MatMulInteger"), "already integers: MatMulInteger"),
        argumentSet(
            "fused already", ofDomain("com.microsoft", "Attention"), "Attention -> 0.softmax"),
        argumentSet("a picture", Changes.with(BASE, picture), "does not know: pixel_values"));
  }

  private static ValueInfo output(String name, String... shape) {
    return new ValueInfo(name, Tensor.FLOAT, List.of(shape));
  }

  static Stream<Arguments> outputs() {
    ValueInfo last = output("last_hidden_state", "batch", "token", "8");
    ValueInfo first = output("0.states", "batch", "token", "8");
    ValueInfo pooled = output("words", "batch", "8");
    OnnxModel twoOutputs =
        Changes.node(
            published(Style.NORMALIZATION),
            "1.states",
            node ->
                new Node(
                    "", node.operator(), node.inputs(), List.of("first", "1.states"), Map.of()));
    return Stream.of(
        argumentSet("two", Changes.withOutputs(BASE, first, last), "2 of its 2 outputs"),
        argumentSet("pooled alone", Changes.withOutputs(BASE, pooled), "0 of its 1 outputs"),
        argumentSet(
            "a value that is not there",
            Changes.withOutputs(BASE, output("no", "b", "t", "8")),
            "no is not a layer normalization"),
        argumentSet("no layer", PublishedEncoder.of(0, 5), "it has no layer"),
        argumentSet(
            "words alone",
            Changes.withOutputs(BASE, output("words", "b", "t", "8")),
            "Gather -> words is not a layer normalization"),
        argumentSet(
            "another output of a node",
            twoOutputs,
            "last_hidden_state is not a layer normalization"));
  }

  static Stream<Arguments> orders() {
    Node itself = new Node("", "Identity", List.of("odd"), List.of("odd"), Map.of());
    Node twice = new Node("", "Identity", List.of("input_ids"), List.of("words"), Map.of());
    Node input = new Node("", "Identity", List.of("input_ids"), List.of("input_ids"), Map.of());
    return Stream.of(
        argumentSet(
            "a node of itself", before(BASE, itself), "odd, which no earlier node computes"),
        argumentSet(
            "a circle", Changes.input(BASE, "0.sum", 0, "0.last sum"), "no earlier node computes"),
        argumentSet("a value twice", before(BASE, twice), "words is computed twice"),
        argumentSet("an input as well", before(BASE, input), "input_ids is computed twice"));
  }

  private static OnnxModel withWholes(OnnxModel model, long... values) {
    return Changes.withInitializer(model, "odd", Tensor.of(values, values.length));
  }

  private static OnnxModel withReals(OnnxModel model, long dimensions, double... values) {
    float[] floats = new float[values.length];
    IntStream.range(0, values.length).forEach(i -> floats[i] = (float) values[i]);
    return Changes.withInitializer(
        model, "odd", dimensions == 0 ? Tensor.of(floats) : Tensor.of(floats, values.length));
  }

  static Stream<Arguments> embeddings() {
    String counted = "counted in an unknown way";
    OnnxModel range = published(Style.RANGE);
    OnnxModel slice = published(Style.SLICED_PLACES);
    OnnxModel sum = published(Style.COUNTED_MASK);
    OnnxModel zeros = published(Style.CONSTANT_ZERO_TYPES);
    return Stream.of(
        argumentSet(
            "places from 1", Changes.input(withWholes(BASE, 1), "place ids", 1, "odd"), counted),
        argumentSet(
            "each second place",
            Changes.input(withWholes(BASE, 2), "place ids", 4, "odd"),
            counted),
        argumentSet(
            "places backwards",
            Changes.withInitializer(BASE, "all place ids", Tensor.of(new long[] {1, 0}, 1, 2)),
            counted),
        argumentSet(
            "a range from 1",
            Changes.input(Changes.withInitializer(range, "odd", one()), "place ids", 0, "odd"),
            counted),
        argumentSet(
            "a range by 2",
            Changes.input(
                Changes.withInitializer(range, "odd", Tensor.of(new long[] {2})),
                "place ids",
                2,
                "odd"),
            counted),
        argumentSet(
            "a part of the table from 1",
            Changes.input(withWholes(slice, 1), "places", 1, "odd"),
            counted),
        argumentSet(
            "a part of the other dimension",
            Changes.input(withWholes(slice, 1), "places", 3, "odd"),
            counted),
        argumentSet(
            "a sum from the end",
            Changes.attribute(sum, "sum", "reverse", new Attribute.Whole(1)),
            counted),
        argumentSet(
            "a sum of what is before",
            Changes.attribute(sum, "sum", "exclusive", new Attribute.Whole(1)),
            counted),
        argumentSet("a sum of words", Changes.input(sum, "sum", 0, "input_ids"), counted),
        argumentSet("a sum of texts", Changes.input(withWholes(sum, 0), "sum", 1, "odd"), counted),
        argumentSet(
            "places behind the table",
            Changes.input(withWholes(sum, 15), "place ids", 1, "odd"),
            "begin at 16"),
        argumentSet(
            "places before the table",
            Changes.input(withWholes(sum, -2), "place ids", 1, "odd"),
            counted),
        argumentSet(
            "types by the mask", Changes.input(BASE, "types", 1, "attention_mask"), counted),
        argumentSet("types by words", Changes.input(BASE, "types", 1, "input_ids"), "more embed"),
        argumentSet("no words", Changes.input(BASE, "words", 1, "token_type_ids"), "more embed"),
        argumentSet("no places", Changes.input(BASE, "placed", 1, "types"), "adds more embeddings"),
        argumentSet(
            "types from ones",
            Changes.withInitializer(zeros, "zeros", Tensor.of(LONGS, 1, LONGS.length)),
            counted),
        argumentSet(
            "the other dimension of the table",
            Changes.attribute(BASE, "words", "axis", new Attribute.Whole(1)),
            "not the sum of a linear map"),
        argumentSet(
            "one vector for all types",
            Changes.withInitializer(BASE, "all types", Tensor.of(new float[] {1, 2}, 2, 1)),
            "embeddings differ in width"),
        argumentSet(
            "empty tables",
            Changes.withInitializer(BASE, "all words", Tensor.of(new float[0], 0, 8)),
            "not the sum of a linear map"),
        argumentSet(
            "scaled",
            Changes.behind(BASE, "words", "Mul", "before", "0.query bias"),
            "not the sum of a linear map"));
  }

  private static final long[] LONGS = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  private static Tensor one() {
    return Tensor.of(new long[] {1});
  }

  static Stream<Arguments> normalizations() {
    String reason = "is not a layer normalization";
    OnnxModel whole = published(Style.NORMALIZATION);
    Attribute first = new Attribute.Wholes(List.of(1L));
    return Stream.of(
        argumentSet(
            "over tokens",
            Changes.attribute(whole, "1.states", "axis", new Attribute.Whole(1)),
            reason),
        argumentSet(
            "the mean over tokens",
            Changes.attribute(BASE, "1.states mean", "axes", first),
            reason),
        argumentSet(
            "the variance over tokens",
            Changes.attribute(BASE, "1.states variance", "axes", first),
            reason),
        argumentSet(
            "the mean of another value", Changes.input(BASE, "1.states mean", 0, "1.sum"), reason),
        argumentSet(
            "the variance of another value",
            Changes.input(BASE, "1.states squares", 0, "1.attended centered"),
            reason),
        argumentSet(
            "the mean minus the value",
            Changes.inputs(BASE, "1.states centered", "1.states mean", "1.last sum"),
            reason),
        argumentSet(
            "cubes for squares",
            Changes.input(withReals(BASE, 0, 3), "1.states squares", 1, "odd"),
            reason),
        argumentSet(
            "an epsilon for each coordinate",
            Changes.input(BASE, "1.states spread", 1, "0.query bias"),
            reason),
        argumentSet("without the root", Changes.operator(BASE, "1.states root", "Exp"), reason),
        argumentSet(
            "without the mean", Changes.operator(BASE, "1.states mean", "ReduceMax"), reason),
        argumentSet(
            "without a dimension",
            Changes.attribute(BASE, "1.states mean", "keepdims", new Attribute.Whole(0)),
            reason),
        argumentSet(
            "one gain for all",
            Changes.withInitializer(BASE, "1.states gain", Tensor.of(new float[] {2}, 1)),
            "normalization differs in width"),
        argumentSet(
            "one bias for all",
            Changes.withInitializer(whole, "embedded bias", Tensor.of(new float[] {2}, 1)),
            "normalization differs in width"),
        argumentSet("bias subtracted", Changes.operator(BASE, "1.states", "Sub"), reason));
  }

  static Stream<Arguments> linearMaps() {
    OnnxModel gemm = published(Style.GEMM);
    OnnxModel turned = published(Style.TRANSPOSED);
    String reason = "not the sum of a linear map";
    return Stream.of(
        argumentSet(
            "weights first",
            Changes.inputs(BASE, "1.outer product", "1.outer weights", "1.gelu"),
            reason),
        argumentSet("another sum", Changes.operator(BASE, "1.outer", "Sub"), reason),
        argumentSet(
            "one bias for all",
            Changes.withInitializer(BASE, "1.outer bias", Tensor.of(new float[] {2}, 1)),
            reason),
        argumentSet(
            "a gain on the weights",
            Changes.behind(turned, "1.outer turned", "Mul", "before", "1.outer bias"),
            reason),
        argumentSet(
            "weights of three dimensions",
            Changes.withInitializer(
                BASE, "1.outer weights", Tensor.of(new float[12 * 8], 1, 12, 8)),
            reason),
        argumentSet(
            "half the product",
            Changes.attribute(gemm, "1.outer products", "alpha", new Attribute.Real(0.5f)),
            reason),
        argumentSet(
            "half the bias",
            Changes.attribute(gemm, "1.outer products", "beta", new Attribute.Real(0.5f)),
            reason),
        argumentSet(
            "states the other way round",
            Changes.attribute(gemm, "1.outer products", "transA", new Attribute.Whole(1)),
            reason),
        argumentSet(
            "weights the other way round",
            Changes.attribute(gemm, "1.outer products", "transB", new Attribute.Whole(0)),
            reason),
        argumentSet(
            "other rows",
            Changes.input(withWholes(gemm, -1, 24), "1.outer rows", 1, "odd"),
            reason),
        argumentSet(
            "other rows of what it gives",
            Changes.input(withWholes(gemm, 1, -1, 16), "1.outer", 1, "odd"),
            reason),
        argumentSet(
            "shared weights",
            Changes.input(BASE, "1.inner product", 1, "0.inner weights"),
            "share weights"),
        argumentSet(
            "a narrow net",
            Changes.withInitializer(BASE, "1.outer weights", Tensor.of(new float[8], 1, 8)),
            "differ in width"),
        argumentSet(
            "whole numbers in between",
            Changes.attribute(
                Changes.behind(BASE, "1.outer", "Cast", "before"),
                "1.outer",
                "to",
                new Attribute.Whole(Tensor.INT64)),
            reason),
        argumentSet(
            "half precision in between",
            Changes.attribute(
                Changes.behind(BASE, "1.outer", "Cast", "before"),
                "1.outer",
                "to",
                new Attribute.Whole(Tensor.FLOAT16)),
            reason));
  }

  static Stream<Arguments> units() {
    String reason = "no Gaussian error linear unit";
    OnnxModel whole = published(Style.GELU);
    return Stream.of(
        argumentSet(
            "by tanh",
            Changes.attribute(whole, "1.gelu", "approximate", new Attribute.Text("tanh")),
            reason),
        argumentSet("Relu", Changes.operator(whole, "1.gelu", "Relu"), reason),
        argumentSet("Tanh for Erf", Changes.operator(BASE, "1.erf", "Tanh"), reason),
        argumentSet("of another value", Changes.input(BASE, "1.part", 0, "0.inner"), reason),
        argumentSet("times another value", Changes.input(BASE, "1.gated", 0, "0.inner"), reason),
        argumentSet(
            "another part", Changes.input(withReals(BASE, 0, 1.5), "1.part", 1, "odd"), reason),
        argumentSet(
            "not a half", Changes.input(withReals(BASE, 0, 0.51), "1.gelu", 1, "odd"), reason),
        argumentSet("plus 2", Changes.input(withReals(BASE, 0, 2), "1.gate", 1, "odd"), reason),
        argumentSet("minus 1", Changes.operator(BASE, "1.gate", "Sub"), reason),
        argumentSet(
            "times a vector",
            Changes.behind(BASE, "1.gelu", "Mul", "before", "1.inner bias"),
            reason));
  }

  static Stream<Arguments> residuals() {
    return Stream.of(
        argumentSet(
            "of an older value",
            Changes.input(BASE, "1.sum", 1, "embedded"),
            "the attention before"),
        argumentSet(
            "around more",
            Changes.input(BASE, "1.last sum", 1, "0.states"),
            "the feed-forward net"),
        argumentSet("none", Changes.operator(BASE, "1.sum", "Mul"), "Mul -> 1.sum"),
        argumentSet(
            "from another linear map",
            Changes.input(BASE, "1.inner product", 0, "0.states"),
            "the feed-forward net"));
  }

  private static OnnxModel permuted(String value, Long... places) {
    return Changes.attribute(BASE, value, "perm", new Attribute.Wholes(List.of(places)));
  }

  static Stream<Arguments> heads() {
    String split = "split into heads";
    OnnxModel four = Changes.input(withWholes(BASE, 0, 0, 4, 2), "1.query heads", 1, "odd");
    OnnxModel allFour =
        Changes.input(Changes.input(four, "1.key heads", 1, "odd"), "1.value heads", 1, "odd");
    return Stream.of(
        argumentSet("queries turned", permuted("0.queries turned", 0L, 2L, 3L, 1L), split),
        argumentSet("keys not turned", permuted("0.keys turned", 0L, 2L, 1L, 3L), split),
        argumentSet("values turned", permuted("0.values turned", 0L, 1L, 2L, 3L), split),
        argumentSet(
            "the result not turned", permuted("0.mixed turned", 0L, 1L, 2L, 3L), "no product of"),
        argumentSet("places out of bounds", permuted("0.queries turned", 0L, 2L, 1L, 9L), split),
        argumentSet("a place twice", permuted("0.queries turned", 0L, 2L, 2L, 3L), split),
        argumentSet("other heads in queries", four, "differ in their heads"),
        argumentSet("other heads in a layer", allFour, "differ in their number of heads"),
        argumentSet(
            "heads of no width",
            Changes.input(withWholes(BASE, 0, 0, 8, 0), "0.query heads", 1, "odd"),
            split),
        argumentSet(
            "more than there is",
            Changes.input(withWholes(BASE, 0, 0, -1, 16), "0.query heads", 1, "odd"),
            split),
        argumentSet(
            "heads that overflow",
            Changes.input(withWholes(BASE, 0, 0, 1L << 62, 8), "0.query heads", 1, "odd"),
            split),
        argumentSet(
            "rotary places",
            Changes.behind(BASE, "0.queries turned", "Add", "before", "0.values turned"),
            split),
        argumentSet(
            "keys of other states",
            Changes.input(BASE, "1.key product", 0, "0.attended"),
            "computed from different states"),
        argumentSet(
            "values of other states",
            Changes.input(BASE, "1.value product", 0, "0.attended"),
            "computed from different states"),
        argumentSet(
            "keys narrower",
            Changes.input(
                Changes.withInitializer(
                    Changes.withInitializer(
                        withWholes(BASE, 0, 0, 2, 2),
                        "1.key weights",
                        Tensor.of(new float[32], 8, 4)),
                    "1.key bias",
                    Tensor.of(new float[4], 4)),
                "1.key heads",
                1,
                "odd"),
            "differ in their heads"));
  }

  static Stream<Arguments> scales() {
    OnnxModel parts = published(Style.SCALED_PARTS);
    String split = "split into heads";
    return Stream.of(
        argumentSet(
            "a vector on queries",
            Changes.behind(BASE, "0.query", "Mul", "before", "0.query bias"),
            split),
        argumentSet(
            "values",
            Changes.behind(withReals(BASE, 0, 2), "0.values turned", "Mul", "before", "odd"),
            "unknown scale"),
        argumentSet(
            "negative",
            Changes.input(withReals(BASE, 0, -2), "0.scaled", 1, "odd"),
            "unknown scale"),
        argumentSet(
            "infinite",
            Changes.input(withReals(BASE, 0, 0), "0.scaled", 1, "odd"),
            "unknown scale"),
        argumentSet(
            "zero",
            Changes.input(withReals(BASE, 0, Double.POSITIVE_INFINITY), "0.scaled", 1, "odd"),
            "unknown scale"),
        argumentSet(
            "no number",
            Changes.input(withReals(BASE, 0, Double.NaN), "0.scaled", 1, "odd"),
            "unknown scale"),
        argumentSet("the scores divide", divides(), "no softmax"),
        argumentSet("the mask", Changes.input(BASE, "0.scaled", 1, "mask"), "no softmax"),
        argumentSet(
            "the number of tokens",
            Changes.input(withWholes(parts, -2), "0.last", 1, "odd"),
            split),
        argumentSet(
            "two dimensions", Changes.input(withWholes(parts, 2), "0.last", 1, "odd"), split),
        argumentSet("the whole width", Changes.input(parts, "0.shape", 0, "0.query"), split),
        argumentSet(
            "of turned states",
            Changes.attribute(
                Changes.input(parts, "0.shape", 0, "0.values turned"),
                "0.values turned",
                "perm",
                new Attribute.Wholes(List.of(0L, 2L, 3L, 1L))),
            "0.scaled queries is not the result"));
  }

  private static OnnxModel divides() {
    return Changes.node(
        withReals(BASE, 0, 2),
        "0.scaled",
        node -> new Node("", "Div", List.of("odd", "0.scores"), node.outputs(), Map.of()));
  }

  static Stream<Arguments> scores() {
    String reason = "under a mask";
    Tensor table = Tensor.of(new float[2 * 4 * 4], 1, 2, 4, 4);
    OnnxModel sdpa = published(Style.SCALED_PARTS);
    return Stream.of(
        argumentSet(
            "a softmax over queries",
            Changes.attribute(BASE, "0.softmax", "axis", new Attribute.Whole(2)),
            reason),
        argumentSet(
            "a softmax over all but texts",
            Changes.node(
                BASE,
                "0.softmax",
                node -> new Node("", "Softmax", node.inputs(), node.outputs(), Map.of())),
            reason),
        argumentSet("no softmax", Changes.operator(BASE, "0.softmax", "Sigmoid"), reason),
        argumentSet(
            "a constant bias of places",
            Changes.behind(
                Changes.withInitializer(BASE, "table", table),
                "0.scaled",
                "Add",
                "before",
                "table"),
            reason),
        argumentSet(
            "a bias of places that are looked up",
            Changes.input(BASE, "0.masked", 1, "places"),
            reason),
        argumentSet(
            "a bias that grows with the place",
            Changes.behind(published(Style.RANGE), "0.scaled", "Add", "before", "place ids"),
            reason),
        argumentSet("a bias of words", Changes.input(BASE, "0.masked", 1, "words"), reason),
        argumentSet("a mask of the past", Changes.operator(BASE, "mask", "Trilu"), reason),
        argumentSet(
            "a mask that words choose",
            Changes.input(published(Style.WHERE), "0.masked", 0, "input_ids"),
            reason),
        argumentSet(
            "zeros for other numbers", Changes.operator(sdpa, "0.is no number", "IsInf"), reason),
        argumentSet(
            "zeros where another value is no number",
            Changes.input(sdpa, "0.is no number", 0, "0.masked"),
            reason),
        argumentSet(
            "ones where no number",
            Changes.input(withReals(sdpa, 0, 1), "0.weights", 1, "odd"),
            reason),
        argumentSet("weights of keys", Changes.input(BASE, "0.mixed", 0, "0.scores"), reason));
  }

  @Test
  void refusesATinyModel(@TempDir Path folder) throws Exception {
    for (TinyModel.Output output : TinyModel.Output.values()) {
      Path file = Files.write(folder.resolve("model.onnx"), TinyModel.giving(output));
      assertThatThrownBy(() -> EncoderRewrite.read(file)).isInstanceOf(UnknownGraphException.class);
    }
  }

  @Test
  void keepsMessagesShortAndOnOneLine() {
    String name = "a\u001b[31m\n" + "b".repeat(10_000);
    OnnxModel model = Changes.withOutputs(BASE, output(name, "b", "t", "8"));
    assertThatThrownBy(() -> EncoderFinder.find(model))
        .hasMessageStartingWith("a?[31m?bbb")
        .message()
        .hasSizeLessThan(400);
  }

  // Large graphs

  /// A chain of nodes, each of which takes the value before it, before the node that gives a value.
  private static OnnxModel chain(OnnxModel model, String value, int length, Node link) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : model.graph().nodes()) {
      boolean isThat = node.output().equals(value);
      nodes.add(isThat ? renamed(node, node.inputs(), "chain 0") : node);
      for (int i = 0; isThat && i < length; i++) {
        String before = "chain " + i;
        List<String> inputs =
            link.inputs().stream().map(name -> name.equals("before") ? before : name).toList();
        nodes.add(renamed(link, inputs, i == length - 1 ? value : "chain " + (i + 1)));
      }
    }
    return Changes.withNodes(model, nodes);
  }

  private static Node renamed(Node node, List<String> inputs, String output) {
    return new Node("", node.operator(), inputs, List.of(output), node.attributes());
  }

  private static Node link(String operator, String... inputs) {
    return new Node("", operator, List.of(inputs), List.of("after"), Map.of());
  }

  @Test
  void passesAnyNumberOfNodesThatDoNothing() throws Exception {
    Encoder encoder = EncoderFinder.find(BASE);
    assertThat(EncoderFinder.find(chain(BASE, "0.query", MANY, link("Identity", "before"))))
        .isEqualTo(encoder);
    assertThat(EncoderFinder.find(chain(BASE, "mask", MANY, link("Add", "before", "before"))))
        .isEqualTo(encoder);
  }

  static Stream<Arguments> chains() {
    return Stream.of("placed", "1.states", "1.gelu", "1.part", "0.query")
        .flatMap(
            value ->
                Stream.of(
                        link("Add", "before", "before"),
                        link("Mul", "before", "before"),
                        link("Div", "before", "before"),
                        link("Reshape", "before", "all place ids"),
                        link("Cast", "before"),
                        link("Transpose", "before"))
                    .map(link -> argumentSet(value + " " + link.operator(), value, link)));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void refusesLongChains(String value, Node link) {
    assertThatThrownBy(() -> EncoderFinder.find(chain(BASE, value, ENOUGH_FOR_THE_STACK, link)))
        .isInstanceOf(UnknownGraphException.class);
  }

  @Test
  void refusesMasksOnMasks() {
    Node mask = link("Add", "before", "mask");
    assertThat(refusal(chain(BASE, "0.scaled", 7, mask))).isEmpty();
    assertThat(refusal(chain(BASE, "0.scaled", ENOUGH_FOR_THE_STACK, mask)))
        .contains("under a mask");
    assertThat(refusal(chain(BASE, "0.scores", ENOUGH_FOR_THE_STACK, mask)))
        .contains("under a mask");
  }

  private static String refusal(OnnxModel model) {
    try {
      assertThat(EncoderFinder.find(model)).isNotNull();
      return "";
    } catch (UnknownGraphException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
