package dev.akin.embed.rewrite;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.GraphRecord;
import dev.akin.embed.model.GraphRecord.RewrittenGraph;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelFiles;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelGraph;
import dev.akin.embed.model.Precision;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.run.Embedder;
import dev.akin.onnx.EncoderRewrite;
import dev.akin.onnx.find.UnknownGraphException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes a model's graph anew in each precision, tries what was written beside what was published,
/// measures how it runs fastest here, and keeps what is as good as it must be.
public final class ModelRewrite {
  private static final int ROUNDS = 3;

  private final ModelFolder model;
  private final int rounds;

  private ModelRewrite(ModelFolder model, int rounds) {
    this.model = model;
    this.rounds = rounds;
  }

  /// What became of a precision.
  ///
  /// @param refused why there is no graph of it; absent if there is
  /// @param agreement with the published graph; absent if nothing could be compared
  public record Outcome(
      Precision precision, @Nullable String refused, @Nullable VectorAgreement agreement) {}

  /// Rewrites a model whose files are here; takes half a minute.
  ///
  /// @return an outcome for each precision
  /// @throws EmbedException if the published files are missing or damaged, or nothing can be
  ///   written beside them
  public static List<Outcome> rewrite(ModelFolder model) {
    return rewrite(model, ROUNDS);
  }

  /// Writes a model's graph in each precision, tries and measures what was written, and keeps it.
  ///
  /// @param rounds of the measurement
  public static List<Outcome> rewrite(ModelFolder model, int rounds) {
    model.verify();
    return new ModelRewrite(model, rounds).run();
  }

  /// What was found when the model was rewritten; empty if it was not.
  public static List<Outcome> known(ModelFolder model) {
    return GraphRecord.of(model.path(), model.card())
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
    try {
      Path made = Files.createTempDirectory(model.path().toAbsolutePath(), ".graphs-");
      try {
        Map<String, RewrittenGraph> graphs = make(made);
        keep(made, graphs);
        return outcomes(graphs);
      } finally {
        ModelFiles.deleteTree(made);
      }
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
        ModelGraph graph = ModelGraph.fused(folder, precision);
        encoder.write(precision.multiplication(), graph.path());
        graphs.put(precision.label(), tried(trial, graph, precision));
      }
    } catch (UnknownGraphException e) {
      for (Precision precision : Precision.values()) {
        graphs.put(precision.label(), RewrittenGraph.refused(String.valueOf(e.getMessage()), null));
      }
    }
    return graphs;
  }

  private RewrittenGraph tried(GraphTrial trial, ModelGraph graph, Precision precision)
      throws IOException {
    GraphTrial.Outcome outcome = trial.of(graph, precision);
    if (outcome.refused() != null) {
      return RewrittenGraph.refused(outcome.refused(), outcome.agreement());
    }
    RunSettings fastest =
        new FastestSettings(rounds)
            .of(
                TrialTexts.some(model),
                graph.batching(),
                settings -> Embedder.open(model, graph, settings));
    return new RewrittenGraph(
        ModelFolder.describe(graph.path()), null, outcome.agreement(), fastest);
  }

  /// Without a record the published graph is used: that is so while files are replaced.
  private void keep(Path made, Map<String, RewrittenGraph> graphs) throws IOException {
    Files.deleteIfExists(model.path().resolve(GraphRecord.FILE));
    for (Precision precision : Precision.values()) {
      Path kept = ModelGraph.fused(model.path(), precision).path();
      RewrittenGraph graph = graphs.get(precision.label());
      if (graph != null && graph.file() != null) {
        ModelFiles.move(ModelGraph.fused(made, precision).path(), kept);
      } else {
        Files.deleteIfExists(kept);
      }
    }
    new GraphRecord(
            model.card().weights().sha256(),
            EncoderRewrite.VERSION,
            Runtime.getRuntime().availableProcessors(),
            graphs)
        .write(made.resolve(GraphRecord.FILE));
    ModelFiles.move(made.resolve(GraphRecord.FILE), model.path().resolve(GraphRecord.FILE));
  }
}
