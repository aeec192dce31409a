package dev.akin.onnx.find;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the embeddings: the sum of rows of two or three tables, for words, positions and perhaps
/// types.
final class EmbeddingsFinder {
  private static final int MAX_TABLES = 3;

  private final GraphView graph;
  private final PositionFinder positions;

  EmbeddingsFinder(GraphView graph) {
    this.graph = graph;
    this.positions = new PositionFinder(graph);
  }

  /// One of the tables.
  ///
  /// @param lookup the node that takes rows from it
  private record Table(Tensor rows, Node lookup) {}

  /// The embeddings, if they are what was normalized.
  ///
  /// @throws UnknownGraphException if they are embeddings that akin does not know
  Optional<Encoder.Embeddings> find(NormalizationFinder.Normalized top)
      throws UnknownGraphException {
    List<Table> tables = new ArrayList<>();
    if (!gather(top.input(), tables, MAX_TABLES)) {
      return Optional.empty();
    }
    Tensor words = null;
    Tensor types = null;
    Tensor positionTable = null;
    int first = 0;
    for (Table table : tables) {
      String index = table.lookup().input(1);
      boolean isLookup = table.lookup().is("Gather");
      if (isLookup && graph.isInput(index, "input_ids")) {
        words = once(words, table);
      } else if (isLookup
          && (graph.isInput(index, "token_type_ids") || positions.areZeros(index))) {
        types = once(types, table);
      } else {
        positionTable = once(positionTable, table);
        first = firstPosition(table);
      }
    }
    if (words == null || positionTable == null) {
      throw new UnknownGraphException("no embeddings of words and positions before " + top.input());
    }
    return Optional.of(
        new Encoder.Embeddings(
            words, positionTable, first, Optional.ofNullable(types), top.normalization()));
  }

  private static Tensor once(@Nullable Tensor before, Table table) throws UnknownGraphException {
    if (before != null) {
      throw new UnknownGraphException("it adds more embeddings than akin knows");
    }
    return table.rows();
  }

  /// Whether a value is a sum of rows of tables, which are added to the list.
  private boolean gather(String name, List<Table> tables, int depth) {
    Optional<Node> add = graph.producer(name, "Add").filter(_ -> depth > 0);
    if (add.isPresent()) {
      return gather(add.get().input(0), tables, depth - 1)
          && gather(add.get().input(1), tables, depth - 1);
    }
    Optional<Node> lookup =
        graph
            .producer(name, "Gather", "Slice")
            .filter(node -> node.integer("axis", 0) == 0 && tables.size() < MAX_TABLES);
    Optional<Tensor> rows = lookup.flatMap(node -> graph.floats(node.input(0), 2));
    rows.ifPresent(tensor -> tables.add(new Table(tensor, lookup.orElseThrow())));
    return rows.isPresent();
  }

  private int firstPosition(Table table) throws UnknownGraphException {
    long first =
        (table.lookup().is("Slice")
                ? positions.ofSlice(table.lookup())
                : positions.ofIndex(table.lookup().input(1)))
            .orElseThrow(
                () -> new UnknownGraphException("its positions are counted in an unknown way"));
    if (first >= table.rows().shape().getFirst()) {
      throw new UnknownGraphException(
          "its positions begin at " + first + ", after the end of their table");
    }
    return (int) first;
  }
}
