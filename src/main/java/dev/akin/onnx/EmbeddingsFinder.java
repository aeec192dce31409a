package dev.akin.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what tokens begin as: a sum of rows of tables, of words, of places and perhaps of types.
final class EmbeddingsFinder {
  private static final int MAX_TABLES = 3;

  private final GraphView graph;
  private final PositionFinder places;

  EmbeddingsFinder(GraphView graph) {
    this.graph = graph;
    this.places = new PositionFinder(graph);
  }

  /// One of the tables that are added up.
  ///
  /// @param lookup the node that takes rows of it
  private record Table(Tensor rows, Node lookup) {}

  /// The embeddings, if that is what was normalized.
  Optional<Encoder.Embeddings> find(Normalized top) throws UnknownGraphException {
    List<Table> tables = new ArrayList<>();
    if (!gather(top.input(), tables, MAX_TABLES)) {
      return Optional.empty();
    }
    Tensor words = null;
    Tensor types = null;
    Tensor positions = null;
    int first = 0;
    for (Table table : tables) {
      String index = table.lookup().input(1);
      boolean isLookup = table.lookup().is("Gather");
      if (isLookup && graph.isInput(index, "input_ids")) {
        words = once(words, table);
      } else if (isLookup && (graph.isInput(index, "token_type_ids") || places.areZeros(index))) {
        types = once(types, table);
      } else {
        positions = once(positions, table);
        first = firstPlace(table);
      }
    }
    if (words == null || positions == null) {
      throw new UnknownGraphException("no embeddings of words and of places before " + top.input());
    }
    return Optional.of(
        new Encoder.Embeddings(
            words, positions, first, Optional.ofNullable(types), top.normalization()));
  }

  private static Tensor once(@Nullable Tensor before, Table table) throws UnknownGraphException {
    if (before != null) {
      throw new UnknownGraphException("more embeddings are added up than akin knows");
    }
    return table.rows();
  }

  /// Whether a value is a sum of rows of tables; they are added to the list.
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

  private int firstPlace(Table table) throws UnknownGraphException {
    long first =
        (table.lookup().is("Slice")
                ? places.ofSlice(table.lookup())
                : places.ofIndex(table.lookup().input(1)))
            .orElseThrow(
                () -> new UnknownGraphException("its places are counted in an unknown way"));
    if (first >= table.rows().shape().getFirst()) {
      throw new UnknownGraphException("its places begin at " + first + ", where no vector is");
    }
    return (int) first;
  }
}
