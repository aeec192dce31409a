package dev.akin.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds a BERT-like encoder in a graph, by what its values are computed from and never by names:
/// from the last normalization backwards, layer by layer, to the embeddings.
///
/// What a graph computes of its mask is not looked at, nor is a scale that it computes from shapes:
/// whoever uses what was found compares both graphs' vectors first.
final class EncoderFinder {
  /// The newest operators whose meaning was read; a later version may change one.
  private static final long NEWEST_OPSET = 23;

  private static final int MOST_STEPS = 12;
  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  private final GraphView graph;
  private final Patterns patterns;
  private final AttentionFinder attentions;

  private EncoderFinder(Graph graph) {
    this.graph = new GraphView(graph);
    this.patterns = new Patterns(this.graph);
    this.attentions = new AttentionFinder(this.graph, patterns);
  }

  /// @throws UnknownGraphException if the graph is something else, with the reason
  static Encoder find(OnnxModel model) throws UnknownGraphException {
    requireReadable(model);
    return new EncoderFinder(model.graph()).find(states(model.graph()));
  }

  private static void requireReadable(OnnxModel model) throws UnknownGraphException {
    if (model.opset() > NEWEST_OPSET) {
      throw new UnknownGraphException(
          "it is written in opset %d, and akin knows those up to %d"
              .formatted(model.opset(), NEWEST_OPSET));
    }
    if (model.functions() > 0) {
      throw new UnknownGraphException("it defines operators of its own");
    }
    for (var initializer : model.graph().initializers().entrySet()) {
      Tensor tensor = initializer.getValue();
      if (tensor.isExternal()) {
        throw new UnknownGraphException("its weights are in another file (external data)");
      }
      if (tensor.type() == Tensor.FLOAT16 || tensor.type() == Tensor.BFLOAT16) {
        throw new UnknownGraphException("its weights have 16 bits: " + initializer.getKey());
      }
      if (tensor.type() == Tensor.FLOAT
          && tensor.size() * Float.BYTES != tensor.bytes().remaining()) {
        throw new UnknownGraphException(
            "a tensor is not as long as its shape says: " + initializer.getKey());
      }
    }
  }

  /// The output with a state for each token.
  private static String states(Graph graph) throws UnknownGraphException {
    List<String> unknown =
        graph.inputs().stream()
            .map(ValueInfo::name)
            .filter(name -> !INPUTS.contains(name) && !graph.initializers().containsKey(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnknownGraphException("it takes an input " + String.join(", ", unknown));
    }
    List<ValueInfo> states =
        graph.outputs().stream()
            .filter(output -> output.type() == Tensor.FLOAT && output.shape().size() == 3)
            .toList();
    if (states.size() != 1) {
      throw new UnknownGraphException(
          "%d of its %d outputs are states of tokens"
              .formatted(states.size(), graph.outputs().size()));
    }
    return states.getFirst().name();
  }

  private Encoder find(String states) throws UnknownGraphException {
    List<Encoder.Layer> layers = new ArrayList<>();
    int heads = 0;
    Patterns.Normalized top = normalization(states);
    Optional<Encoder.Embeddings> embeddings = embeddings(top);
    while (embeddings.isEmpty()) {
      FoundLayer layer = layer(top);
      if (heads != 0 && heads != layer.heads()) {
        throw new UnknownGraphException("its layers differ in their number of heads");
      }
      heads = layer.heads();
      layers.addFirst(layer.layer());
      top = normalization(layer.input());
      embeddings = embeddings(top);
    }
    if (layers.isEmpty()) {
      throw new UnknownGraphException("it has no layer");
    }
    return new Encoder(embeddings.get(), layers, heads);
  }

  private Patterns.Normalized normalization(String name) throws UnknownGraphException {
    return patterns
        .normalization(name)
        .orElseThrow(
            () ->
                new UnknownGraphException(
                    graph
                        .producer(name)
                        .map(node -> node + " is no layer normalization")
                        .orElse(name + " is computed from nothing")));
  }

  private record FoundLayer(Encoder.Layer layer, int heads, String input) {}

  /// A linear map and what is added to its result.
  private record Residual(Patterns.Product product, String added) {}

  private FoundLayer layer(Patterns.Normalized top) throws UnknownGraphException {
    Residual outer = residual(top.input());
    Patterns.Product inner =
        patterns
            .gelu(outer.product().input())
            .flatMap(patterns::linear)
            .orElseThrow(
                () ->
                    new UnknownGraphException(
                        "no Gaussian error linear unit (GELU) before " + top.input()));
    if (!inner.input().equals(outer.added())) {
      throw new UnknownGraphException("a feed-forward net before " + top.input() + " is another");
    }
    Patterns.Normalized middle = normalization(outer.added());
    Residual output = residual(middle.input());
    AttentionFinder.Attention attention = attentions.find(output.product().input());
    if (!attention.input().equals(output.added())) {
      throw new UnknownGraphException("an attention before " + middle.input() + " is another");
    }
    double each = (double) attention.query().bias().size() / attention.heads();
    Encoder.Layer layer =
        new Encoder.Layer(
            attention.query(),
            attention.key(),
            attention.value(),
            (float) attention.scale().orElse(1 / Math.sqrt(each)),
            output.product().linear(),
            middle.normalization(),
            inner.linear(),
            outer.product().linear(),
            top.normalization());
    return new FoundLayer(layer, attention.heads(), attention.input());
  }

  private Residual residual(String name) throws UnknownGraphException {
    return graph
        .producer(name, "Add")
        .flatMap(
            add ->
                patterns.either(
                    add,
                    (some, added) ->
                        patterns.linear(some).map(product -> new Residual(product, added))))
        .orElseThrow(
            () -> new UnknownGraphException(name + " is no sum of a linear map and its input"));
  }

  /// One of the tables that are added up.
  ///
  /// @param index where a token's row is; the range itself for a part of a table
  private record Table(Tensor rows, String index) {}

  /// The embeddings, if that is what was normalized.
  private Optional<Encoder.Embeddings> embeddings(Patterns.Normalized top)
      throws UnknownGraphException {
    List<Table> tables = new ArrayList<>();
    if (!tables(top.input(), tables)) {
      return Optional.empty();
    }
    Tensor words = null;
    Tensor types = null;
    Tensor positions = null;
    String places = "";
    for (Table table : tables) {
      if (graph.isInput(table.index()) && graph.source(table.index()).equals("input_ids")) {
        words = once(words, table);
      } else if (graph.isInput(table.index()) || table.rows().shape().getFirst() <= 2) {
        types = once(types, table);
      } else {
        positions = once(positions, table);
        places = table.index();
      }
    }
    if (words == null || positions == null) {
      throw new UnknownGraphException("no embeddings of words and of places before " + top.input());
    }
    return Optional.of(
        new Encoder.Embeddings(
            words,
            positions,
            firstPosition(places),
            Optional.ofNullable(types),
            top.normalization()));
  }

  private static Tensor once(@org.jspecify.annotations.Nullable Tensor before, Table table)
      throws UnknownGraphException {
    if (before != null) {
      throw new UnknownGraphException("more embeddings are added up than akin knows");
    }
    return table.rows();
  }

  /// Whether a value is a sum of rows of tables; they are added to the list.
  private boolean tables(String name, List<Table> tables) {
    Optional<Node> node = graph.producer(name, "Add", "Gather", "Slice");
    if (node.isEmpty()) {
      return false;
    }
    if (node.get().is("Add")) {
      return tables(node.get().input(0), tables) && tables(node.get().input(1), tables);
    }
    Optional<Tensor> rows =
        graph
            .constant(node.get().input(0))
            .filter(tensor -> tensor.type() == Tensor.FLOAT && tensor.shape().size() == 2);
    rows.ifPresent(tensor -> tables.add(new Table(tensor, graph.source(node.get().input(1)))));
    return rows.isPresent();
  }

  /// RoBERTa counts tokens by the mask and begins behind the number of the padding.
  private int firstPosition(String places) throws UnknownGraphException {
    if (!patterns.dependsOn(places, Set.of("CumSum"), MOST_STEPS)) {
      return 0;
    }
    return graph
        .producer(places, "Add")
        .flatMap(add -> patterns.either(add, (sum, padding) -> number(padding)))
        .map(padding -> padding + 1)
        .orElseThrow(() -> new UnknownGraphException("its places are counted in an unknown way"));
  }

  private Optional<Integer> number(String name) {
    return graph.scalar(name).isPresent()
        ? Optional.of((int) graph.scalar(name).getAsDouble())
        : Optional.empty();
  }
}
