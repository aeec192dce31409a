package dev.akin.embed.model;

import dev.akin.base.AkinException;
import dev.akin.onnx.EncoderRewrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The result of rewriting a model's graph: the file `graphs.json` in the model's folder. akin
/// ignores it if the published graph, the version of [EncoderRewrite] or the kind of machine is
/// another one. The settings also depend on the number of processors.
///
/// @param published SHA-256 of the published graph
/// @param version [EncoderRewrite#VERSION]
/// @param machine the kind of machine where the graphs were tried, such as `ONNX Runtime 1.28.0 on
///   amd64: avx avx2 f16c fma sse4_1`; absent in old files
/// @param processors how many processors that machine has
/// @param graphs by the label of their precision
///
/// @hidden public for its own room only
public record GraphRecord(
    String published,
    int version,
    @Nullable String machine,
    int processors,
    Map<String, RewrittenGraph> graphs) {
  public static final String FILE = "graphs.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// The graph of one precision.
  ///
  /// @param file what the file must be; absent if the graph was not kept
  /// @param refused why the graph was not kept; absent if it was
  /// @param agreement how close its vectors are to those of the published graph; absent if they
  ///   could not be compared
  /// @param settings how it runs fastest, or in `fp32` how the published graph does if this one was
  ///   not kept; absent if this was not measured
  public record RewrittenGraph(
      ModelCard.@Nullable FileCard file,
      @Nullable String refused,
      @Nullable VectorAgreement agreement,
      @Nullable RunSettings settings) {
    /// A graph that was not kept.
    public static RewrittenGraph refused(String why, @Nullable VectorAgreement agreement) {
      return new RewrittenGraph(null, why, agreement, null);
    }

    /// The same with the fastest settings.
    public RewrittenGraph with(RunSettings fastest) {
      return new RewrittenGraph(file, refused, agreement, fastest);
    }
  }

  /// The record of graphs that were tried on this kind of machine.
  public static GraphRecord here(ModelCard card, Map<String, RewrittenGraph> graphs) {
    return new GraphRecord(
        card.weights().sha256(),
        EncoderRewrite.VERSION,
        MachineKind.here(),
        Runtime.getRuntime().availableProcessors(),
        graphs);
  }

  /// The record of a model; empty if there is none, or it is to be ignored.
  ///
  /// @throws EmbedException if the file cannot be read
  public static Optional<GraphRecord> of(Path folder, ModelCard card) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      GraphRecord found = JSON.readValue(Files.readAllBytes(file), GraphRecord.class);
      String published = card.weights().sha256();
      return Optional.of(found)
          .filter(record -> record.version == EncoderRewrite.VERSION)
          .filter(record -> published.equals(record.published))
          .filter(record -> MachineKind.here().equals(record.machine));
    } catch (JacksonException | IOException e) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          "%s: cannot be read: %s; %s"
              .formatted(file, EmbedException.reason(e), ModelFolder.rewriteRemedy(card)),
          e);
    }
  }

  /// Writes the file.
  public void write(Path file) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(this));
  }

  /// The graph of a precision; empty if it was never tried.
  Optional<RewrittenGraph> graph(Precision precision) {
    return Optional.ofNullable(graphs.get(precision.label()));
  }

  /// How the graph of a precision runs fastest; empty if this was not measured with this number of
  /// processors.
  Optional<RunSettings> settings(Precision precision) {
    return processors == Runtime.getRuntime().availableProcessors()
        ? graph(precision).map(RewrittenGraph::settings)
        : Optional.empty();
  }
}
