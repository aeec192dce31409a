package dev.akin.cli.option;

import dev.akin.embed.add.AddOptions;
import dev.akin.embed.model.Pooling;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a user says about a model that is added.
///
/// @hidden public for its own room only
@Group(OptionGroup.TASK)
public final class AddedModelOptions {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the model here. Default: that of the source.")
  private @Nullable String name;

  @Option(
      names = "--graph",
      paramLabel = "FILE",
      description =
          "File of the graph in the source, for instance onnx/model_fp16.onnx. Default:"
              + " onnx/model.onnx or model.onnx.")
  private @Nullable String graph;

  @Option(
      names = "--pooling",
      paramLabel = "NAME",
      description =
          "How the model makes one vector of a text: mean, cls, max, weightedmean or lasttoken."
              + " Default: as the source says.")
  private @Nullable String pooling;

  @Option(
      names = "--dimension",
      paramLabel = "N",
      description =
          "Keep the first N coordinates of each vector, for models that were trained for it"
              + " (Matryoshka). Default: all.")
  private @Nullable Integer dimension;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description =
          "How many tokens of a text the model reads. Default: as many as it has positions, at most"
              + " 2048.")
  private @Nullable Integer maxTokens;

  @Option(
      names = "--query-prompt",
      paramLabel = "TEXT",
      description = "Text before each search. Default: as the source says.")
  private @Nullable String queryPrompt;

  @Option(
      names = "--document-prompt",
      paramLabel = "TEXT",
      description = "Text before each paper. Default: as the source says.")
  private @Nullable String documentPrompt;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      split = ",",
      description =
          "Languages that the model knows, such as en,de, or all. Default: as the source says, else"
              + " en.")
  private @Nullable List<String> languages;

  /// The options.
  ///
  /// @throws IllegalArgumentException if one is wrong
  public AddOptions options() {
    return new AddOptions(
        name,
        graph,
        pooling == null ? null : Pooling.byName(pooling),
        dimension,
        maxTokens,
        queryPrompt,
        documentPrompt,
        languages);
  }
}
