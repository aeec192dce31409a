package dev.akin.onnx.find;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds a BERT-like encoder in a graph. It looks at what each value is computed from, never at the
/// names of values: from the last normalization backwards, layer by layer, to the embeddings.
///
/// It does not calculate what a graph does with its mask. So compare the vectors of both graphs
/// before you use the result.
///
/// @hidden public for its own room only
public final class EncoderFinder {
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

  /// Finds the encoder.
  ///
  /// @throws UnknownGraphException if the graph is something else, with the reason
  public static Encoder find(OnnxModel model) throws UnknownGraphException {
    KnownFormat.require(model);
    return new EncoderFinder(new GraphView(model)).find(states(model.graph()));
  }

  /// The name of the output that has a state for each token.
  private static String states(Graph graph) throws UnknownGraphException {
    List<ValueInfo> states =
        graph.outputs().stream()
            .filter(output -> output.type() == Tensor.FLOAT && output.shape().size() == 3)
            .toList();
    if (states.size() != 1) {
      throw new UnknownGraphException(
          "%d of its %d outputs have a state for each token, and akin needs one"
              .formatted(states.size(), graph.outputs().size()));
    }
    return states.getFirst().name();
  }

  private Encoder find(String states) throws UnknownGraphException {
    List<Encoder.Layer> layers = new ArrayList<>();
    int heads = 0;
    NormalizationFinder.Normalized top = normalization(states);
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
      throw new UnknownGraphException("it has no layers");
    }
    Encoder encoder = new Encoder(found.get(), layers, heads);
    EncoderShape.require(encoder);
    return encoder;
  }

  private NormalizationFinder.Normalized normalization(String name) throws UnknownGraphException {
    return normalizations
        .find(name)
        .orElseThrow(
            () ->
                new UnknownGraphException(graph.describe(name) + " is not a layer normalization"));
  }

  private record FoundLayer(Encoder.Layer layer, int heads, String input) {}

  /// A linear map, and the value that is added to its result.
  private record Residual(LinearFinder.Product product, String added) {}

  private FoundLayer layer(NormalizationFinder.Normalized top) throws UnknownGraphException {
    Residual outer = residual(top.input());
    LinearFinder.Product inner =
        gelus
            .find(outer.product().input())
            .flatMap(linears::find)
            .orElseThrow(
                () ->
                    new UnknownGraphException(
                        "no Gaussian error linear unit (GELU) before " + top.input()));
    if (!inner.input().equals(outer.added())) {
      throw new UnknownGraphException(
          "the feed-forward net before " + top.input() + " does not add its own input");
    }
    NormalizationFinder.Normalized middle = normalization(outer.added());
    Residual output = residual(middle.input());
    AttentionFinder.Attention attention = attentions.find(output.product().input());
    if (!attention.input().equals(output.added())) {
      throw new UnknownGraphException(
          "the attention before " + middle.input() + " does not add its own input");
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
                    graph.describe(name) + " is not the sum of a linear map and its input"));
  }
}
