package dev.akin.cli.option;

import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.RecommendOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The parameters of a query for papers like others, named as in the HTTP API.
///
/// @hidden public for its own room only
public final class RelatedOptions extends QueryOptions {
  @Group(OptionGroup.RANKING)
  @Option(
      names = "--aspect",
      paramLabel = "NAME",
      description =
          "In what papers are to be alike: problem, method (experimental) or result. Needs English"
              + " abstracts."
              + " Default: in everything.")
  private @Nullable Aspect aspect;

  @Override
  public RecommendOptions recommendOptions() {
    return super.recommendOptions().withAspect(aspect);
  }

  /// Requires that there is no aspect.
  ///
  /// @throws IllegalArgumentException if there is one
  public RecommendOptions withoutAspect() {
    if (aspect != null) {
      throw new IllegalArgumentException(
          "--aspect works for ids and texts, not for a library or --all");
    }
    return recommendOptions();
  }
}
