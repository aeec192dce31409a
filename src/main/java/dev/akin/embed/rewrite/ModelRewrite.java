package dev.akin.embed.rewrite;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.GraphRecord;
import dev.akin.embed.model.GraphRecord.RewrittenGraph;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelGraph;
import dev.akin.embed.model.NewModelFiles;
import dev.akin.embed.model.Precision;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.run.Embedder;
import dev.akin.onnx.EncoderRewrite;
import dev.akin.onnx.find.UnknownGraphException;
import dev.akin.onnx.fuse.WeightRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Rewrites a model's graph in each precision, compares each new graph with the published one,
/// measures how it runs fastest here, and keeps it if it is accurate enough.
public final class ModelRewrite {
  /// How often each way to run a graph is measured, unless somebody says otherwise.
  public static final int ROUNDS = 3;

  private final ModelFolder model;
  private final int rounds;

  private ModelRewrite(ModelFolder model, int rounds) {
    this.model = model;
    this.rounds = rounds;
  }

  /// The result for one precision.
  ///
  /// @param refused why there is no graph of it; absent if there is one
  /// @param agreement with the published graph; absent if they could not be compared
  public record Outcome(
      Precision precision, @Nullable String refused, @Nullable VectorAgreement agreement) {}

  /// Rewrites a model whose files are here; takes half a minute.
  ///
  /// @return a result for each precision
  /// @throws EmbedException if the published files are missing or damaged, or the folder of its
  ///   graphs cannot be written
  public static List<Outcome> rewrite(ModelFolder model) {
    return rewrite(model, ROUNDS);
  }

  /// The same with another number of rounds.
  ///
  /// @param rounds how often each way to run a graph is measured, at least 1
  public static List<Outcome> rewrite(ModelFolder model, int rounds) {
    model.verify();
    return new ModelRewrite(model, rounds).run();
  }

  /// The results of the last rewrite on a machine like this; empty if there was none.
  public static List<Outcome> known(ModelFolder model) {
    return GraphRecord.of(model.graphs(), model.card())
        .map(record -> outcomes(record.graphs()))
        .orElse(List.of());
  }

  private static List<Outcome> outcomes(Map<String, RewrittenGraph> graphs) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      RewrittenGraph graph = graphs.get(precision.label());
      if (graph != null) {
        outcomes.add(new Outcome(precision, graph.refused(), graph.agreement()));
      }
    }
    return outcomes;
  }

  private List<Outcome> run() {
    try (NewModelFiles files = NewModelFiles.in(model.graphs(), ".graphs-")) {
      Map<String, RewrittenGraph> graphs = make(files.folder());
      keep(files, graphs);
      return outcomes(graphs);
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.FAILED,
          model.path() + ": cannot be rewritten: " + EmbedException.reason(e),
          e);
    }
  }

  private Map<String, RewrittenGraph> make(Path folder) throws IOException {
    Map<String, RewrittenGraph> graphs = new TreeMap<>();
    try {
      EncoderRewrite encoder = EncoderRewrite.read(model.path().resolve(ModelCard.WEIGHTS));
      GraphTrial trial = GraphTrial.of(model);
      for (Precision precision : Precision.values()) {
        graphs.put(
            precision.label(),
            tried(encoder, trial, ModelGraph.fused(folder, precision), precision));
      }
    } catch (UnknownGraphException e) {
      for (Precision precision : Precision.values()) {
        graphs.put(precision.label(), RewrittenGraph.refused(String.valueOf(e.getMessage()), null));
      }
    }
    graphs.computeIfPresent(
        Precision.FP32.label(),
        (_, graph) ->
            graph.file() == null ? graph.with(fastest(ModelGraph.published(model))) : graph);
    return graphs;
  }

  /// Writes the graph of a precision for each range of weights, until one passes the trial.
  private RewrittenGraph tried(
      EncoderRewrite encoder, GraphTrial trial, ModelGraph graph, Precision precision)
      throws IOException {
    Iterator<WeightRange> ranges = precision.multiplication().ranges().iterator();
    GraphTrial.Outcome outcome;
    do {
      outcome = tried(encoder, trial, graph, precision, ranges.next());
    } while (outcome.refused() != null && ranges.hasNext());
    if (outcome.refused() != null) {
      return RewrittenGraph.refused(outcome.refused(), outcome.agreement());
    }
    return new RewrittenGraph(
        ModelFolder.describe(graph.path()), null, outcome.agreement(), fastest(graph));
  }

  private static GraphTrial.Outcome tried(
      EncoderRewrite encoder,
      GraphTrial trial,
      ModelGraph graph,
      Precision precision,
      WeightRange range)
      throws IOException {
    encoder.write(precision.multiplication(), range, graph.path());
    return trial.of(graph, precision);
  }

  private RunSettings fastest(ModelGraph graph) {
    return new FastestSettings(rounds)
        .of(
            TrialTexts.some(model),
            graph.batching(),
            settings -> Embedder.open(model, graph, settings));
  }

  /// While files are replaced there is no record, so the published graph is used.
  private void keep(NewModelFiles files, Map<String, RewrittenGraph> graphs) throws IOException {
    Files.deleteIfExists(model.graphs().resolve(GraphRecord.FILE));
    for (Precision precision : Precision.values()) {
      ModelGraph place = ModelGraph.fused(model.graphs(), precision);
      RewrittenGraph graph = graphs.get(precision.label());
      if (graph != null && graph.file() != null) {
        files.keep(place.fileName());
      } else {
        Files.deleteIfExists(place.path());
      }
    }
    GraphRecord.here(model.card(), graphs).write(files.folder().resolve(GraphRecord.FILE));
    files.keep(GraphRecord.FILE);
  }
}
