package dev.akin.embed.bench;

import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Precision;
import dev.akin.embed.run.Embedder;
import dev.akin.paper.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Measures how fast the graphs of a model embed on this machine: the published graph and the
/// rewritten ones.
///
/// All graphs are loaded at once and take turns, each right after the published graph, because the
/// load of the machine changes. For one thread. Close it.
public final class GraphBench implements AutoCloseable {
  /// The name of the published graph.
  public static final String PUBLISHED = "published";

  /// The name of a graph that was published with weights of 8 bits.
  public static final String PUBLISHED_INT8 = "publishedInt8";

  private static final int SINGLE_TURNS = 10;
  private static final int CALLS_A_TURN = 10;

  private final List<BenchTurns> graphs = new ArrayList<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  private GraphBench() {}

  /// What to measure.
  ///
  /// @param model the model whose graphs are measured
  /// @param published8Bit another model with the same dimension; its published graph is measured,
  ///   too. Absent for none
  /// @param options how the graphs are run, on a CPU
  public record Subject(
      ModelFolder model, @Nullable ModelFolder published8Bit, EmbedOptions options) {
    /// @throws IllegalArgumentException if the vectors of the two models cannot be compared, or the
    ///   other model does not have weights of 8 bits
    public Subject {
      if (published8Bit != null) {
        requireLike(model.card(), published8Bit.card());
      }
    }

    private static void requireLike(ModelCard model, ModelCard other) {
      if (other.dimension() != model.dimension()) {
        throw new IllegalArgumentException(
            "%s has vectors of %d dimensions and %s of %d: they cannot be compared"
                .formatted(other.name(), other.dimension(), model.name(), model.dimension()));
      }
      if (!other.precision().equals("int8")) {
        throw new IllegalArgumentException(
            "%s was published in %s, not with weights of 8 bits (\"precision\" in its model.json)"
                .formatted(other.name(), other.precision()));
      }
    }
  }

  /// Verifies and loads the graphs, and embeds the papers once with each.
  ///
  /// @param papers at least one
  /// @throws EmbedException if a file is missing or damaged
  public static GraphBench open(Subject subject, List<Paper> papers) {
    GraphBench bench = new GraphBench();
    try {
      bench.load(subject, BenchTexts.of(papers));
      return bench;
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  private void load(Subject subject, BenchTexts texts) {
    EmbedOptions options = subject.options();
    add(PUBLISHED, Embedder.openPublished(subject.model(), options), texts);
    if (subject.published8Bit() != null) {
      add(PUBLISHED_INT8, Embedder.openPublished(subject.published8Bit(), options), texts);
    }
    for (Precision precision : Precision.values()) {
      ModelFolder model = subject.model().withPrecision(precision);
      Optional<String> why = model.notRewritten();
      if (why.isPresent()) {
        absent.put(precision.label(), why.get());
      } else {
        add(precision.label(), Embedder.open(model, options), texts);
      }
    }
  }

  private void add(String name, Embedder embedder, BenchTexts texts) {
    graphs.add(new BenchTurns(name, embedder, texts));
  }

  /// Measures the graphs.
  ///
  /// @param rounds in which each graph embeds all papers once, at least 1
  /// @param progress gets the share that is done, 0 to 1
  public BenchedModel measure(int rounds, DoubleConsumer progress) {
    int steps = rounds + SINGLE_TURNS;
    for (int round = 0; round < rounds; round++) {
      embedAll();
      progress.accept((double) (round + 1) / steps);
    }
    for (int turn = 0; turn < SINGLE_TURNS; turn++) {
      graphs.forEach(graph -> graph.embedSingles(CALLS_A_TURN));
      progress.accept((double) (rounds + turn + 1) / steps);
    }
    BenchTurns published = graphs.getFirst();
    return new BenchedModel(
        published.texts(),
        published.tokens(),
        graphs.stream().map(graph -> graph.comparedWith(published)).toList(),
        absent);
  }

  private void embedAll() {
    BenchTurns published = graphs.getFirst();
    if (graphs.size() == 1) {
      published.embedAll();
    }
    graphs.stream().skip(1).forEach(graph -> graph.embedAllAfter(published));
  }

  @Override
  public void close() {
    graphs.forEach(BenchTurns::close);
  }
}
