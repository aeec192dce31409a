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

/// What became of a model's graph when it was written anew: the file `graphs.json` beside it. It
/// holds for one published file, one version of akin's writing and one machine's number of
/// processors; whatever else is found is as if there were none.
///
/// @param published digest of the published graph
/// @param version of [EncoderRewrite]
/// @param processors of the machine where it was checked and measured
/// @param graphs by the precision's label
///
/// @hidden public for its own room only
public record GraphRecord(
    String published, int version, int processors, Map<String, RewrittenGraph> graphs) {
  public static final String FILE = "graphs.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// One precision.
  ///
  /// @param file what the file must be; absent if the graph was not kept
  /// @param refused why it was not kept; absent if it was
  /// @param agreement how near its vectors are to those of the published graph; absent if nothing
  ///   could be compared
  /// @param settings how it is run fastest; absent if it was not kept
  public record RewrittenGraph(
      ModelCard.@Nullable FileCard file,
      @Nullable String refused,
      @Nullable VectorAgreement agreement,
      @Nullable RunSettings settings) {
    public static RewrittenGraph refused(String why, @Nullable VectorAgreement agreement) {
      return new RewrittenGraph(null, why, agreement, null);
    }
  }

  /// The record of a model; empty if there is none, or it is of something else.
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
          .filter(record -> published.equals(record.published));
    } catch (JacksonException | IOException e) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          "%s: cannot be read: %s; %s"
              .formatted(file, EmbedException.reason(e), ModelFolder.rewriteRemedy(card)),
          e);
    }
  }

  public void write(Path file) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(this));
  }

  /// What is known of a precision; empty if it was never tried.
  Optional<RewrittenGraph> graph(Precision precision) {
    return Optional.ofNullable(graphs.get(precision.label()));
  }

  /// How a precision is run fastest, if that was measured on a machine like this one.
  Optional<RunSettings> settings(Precision precision) {
    return processors == Runtime.getRuntime().availableProcessors()
        ? graph(precision).map(RewrittenGraph::settings)
        : Optional.empty();
  }
}
