package dev.akin.onnx.find;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.encoder.Weights;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds linear maps `x W + b` as exporters write them: as `MatMul` and `Add`, or as `Gemm`, which
/// works on rows and so stands between two `Reshape`.
final class LinearFinder {
  private final GraphView graph;
  private final ShapeFinder shapes;

  LinearFinder(GraphView graph) {
    this.graph = graph;
    this.shapes = new ShapeFinder(graph);
  }

  /// A linear map, and the value that goes into it.
  record Product(Encoder.Linear linear, String input) {
    /// How many coordinates go in.
    int rows() {
      return linear.weights().rows();
    }

    /// How many coordinates come out.
    int columns() {
      return linear.weights().columns();
    }
  }

  Optional<Product> find(String name) {
    return matMul(name).or(() -> gemm(name));
  }

  private Optional<Product> matMul(String name) {
    return graph.producer(name, "Add").flatMap(add -> graph.either(add, this::biased));
  }

  private Optional<Product> biased(String product, String bias) {
    return graph
        .producer(product, "MatMul")
        .flatMap(node -> product(weights(node.input(1), false), bias, node.input(0)));
  }

  private Optional<Product> gemm(String name) {
    Optional<Node> reshape = graph.producer(name, "Reshape");
    return reshape
        .map(node -> node.input(0))
        .flatMap(rows -> graph.producer(rows, "Gemm"))
        .filter(gemm -> gemm.integer("transA", 0) == 0)
        .filter(gemm -> gemm.real("alpha", 1) == 1 && gemm.real("beta", 1) == 1)
        .flatMap(
            gemm ->
                product(
                    weights(gemm.input(1), gemm.integer("transB", 0) == 1),
                    gemm.input(2),
                    gemm.input(0)))
        .filter(product -> keepsRows(reshape.get(), product.columns()))
        .flatMap(
            product ->
                graph
                    .producer(product.input(), "Reshape")
                    .filter(node -> keepsRows(node, product.rows()))
                    .map(node -> new Product(product.linear(), graph.source(node.input(0)))));
  }

  /// Whether a node keeps rows of `width` numbers, as far as its shape is known.
  private boolean keepsRows(Node reshape, long width) {
    List<OptionalLong> shape = shapes.find(reshape.input(1));
    long last = shape.isEmpty() ? -1 : shape.getLast().orElse(-1);
    return last == -1 || last == width;
  }

  private Optional<Product> product(Optional<Weights> weights, String bias, String input) {
    Optional<Tensor> added = graph.floats(bias, 1);
    return weights
        .filter(matrix -> added.isPresent() && added.get().size() == matrix.columns())
        .map(matrix -> new Product(new Encoder.Linear(matrix, added.get()), graph.source(input)));
  }

  private Optional<Weights> weights(String name, boolean isTransposed) {
    // Without `perm`, the two dimensions change places.
    Optional<Node> transpose =
        graph
            .producer(name, "Transpose")
            .filter(node -> List.of(1L, 0L).equals(node.integers("perm", List.of(1L, 0L))));
    return graph
        .floats(transpose.map(node -> node.input(0)).orElse(name), 2)
        .map(tensor -> new Weights(tensor, isTransposed != transpose.isPresent()));
  }
}
