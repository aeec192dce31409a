package dev.akin.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds a BERT-like encoder in a graph, by what its values are computed from and never by names:
/// from the last normalization backwards, layer by layer, to the embeddings.
///
/// What a graph computes of its mask is not calculated: whoever uses what was found compares both
/// graphs' vectors first.
final class EncoderFinder {
  private final GraphView graph;
  private final LinearFinder linears;
  private final NormalizationFinder normalizations;
  private final GeluFinder gelus;
  private final AttentionFinder attentions;
  private final EmbeddingsFinder embeddings;

  private EncoderFinder(GraphView graph) {
    this.graph = graph;
    this.linears = new LinearFinder(graph);
    this.normalizations = new NormalizationFinder(graph);
    this.gelus = new GeluFinder(graph);
    this.attentions = new AttentionFinder(graph, linears);
    this.embeddings = new EmbeddingsFinder(graph);
  }

  /// @throws UnknownGraphException if the graph is something else, with the reason
  static Encoder find(OnnxModel model) throws UnknownGraphException {
    KnownFormat.require(model);
    return new EncoderFinder(new GraphView(model)).find(states(model.graph()));
  }

  /// The output with a state for each token.
  private static String states(Graph graph) throws UnknownGraphException {
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
    Normalized top = normalization(states);
    Optional<Encoder.Embeddings> found = embeddings.find(top);
    while (found.isEmpty()) {
      FoundLayer layer = layer(top);
      if (heads != 0 && heads != layer.heads()) {
        throw new UnknownGraphException("its layers differ in their number of heads");
      }
      heads = layer.heads();
      layers.addFirst(layer.layer());
      top = normalization(layer.input());
      found = embeddings.find(top);
    }
    if (layers.isEmpty()) {
      throw new UnknownGraphException("it has no layer");
    }
    Encoder encoder = new Encoder(found.get(), layers, heads);
    EncoderShape.require(encoder);
    return encoder;
  }

  private Normalized normalization(String name) throws UnknownGraphException {
    return normalizations
        .find(name)
        .orElseThrow(
            () -> new UnknownGraphException(graph.describe(name) + " is no layer normalization"));
  }

  private record FoundLayer(Encoder.Layer layer, int heads, String input) {}

  /// A linear map and what is added to its result.
  private record Residual(Product product, String added) {}

  private FoundLayer layer(Normalized top) throws UnknownGraphException {
    Residual outer = residual(top.input());
    Product inner =
        gelus
            .find(outer.product().input())
            .flatMap(linears::find)
            .orElseThrow(
                () ->
                    new UnknownGraphException(
                        "no Gaussian error linear unit (GELU) before " + top.input()));
    if (!inner.input().equals(outer.added())) {
      throw new UnknownGraphException("a feed-forward net before " + top.input() + " is another");
    }
    Normalized middle = normalization(outer.added());
    Residual output = residual(middle.input());
    AttentionFinder.Attention attention = attentions.find(output.product().input());
    if (!attention.input().equals(output.added())) {
      throw new UnknownGraphException("an attention before " + middle.input() + " is another");
    }
    Encoder.Layer layer =
        new Encoder.Layer(
            attention.query(),
            attention.key(),
            attention.value(),
            attention.scale(),
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
                graph.either(
                    add,
                    (some, added) ->
                        linears
                            .find(some)
                            .map(product -> new Residual(product, graph.source(added)))))
        .orElseThrow(
            () ->
                new UnknownGraphException(
                    graph.describe(name) + " is no sum of a linear map and its input"));
  }
}
