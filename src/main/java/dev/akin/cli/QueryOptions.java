package dev.akin.cli;

import dev.akin.index.Filter;
import dev.akin.index.NearestOptions;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Mode;
import dev.akin.recommend.RecommendOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The parameters of a similarity query, named as in the HTTP API.
final class QueryOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many papers, 1 to 200. Default: 10.")
  private int limit;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Only papers since then: 2024, 2024-05 or 2024-05-17.")
  private @Nullable PublicationDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "Only papers until then. A paper of which only the year is known stays if its year touches.")
  private @Nullable PublicationDate to;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only papers of that category; cs also keeps cs.CL. Several: any of them.")
  private List<String> categories = List.of();

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description =
          "Only papers of that author: all words of the name, any case. Several: any of them.")
  private List<String> authors = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "hybrid",
      description = "hybrid (meaning and words), semantic or lexical. Default: hybrid.")
  private Mode mode;

  @Option(
      names = "--exact",
      description = "Compare with every paper instead of searching the graph: slower, misses none.")
  private boolean exact;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json (what the HTTP API answers). Default: table.")
  private OutputFormat format;

  /// @throws IllegalArgumentException if a value is out of its range
  RecommendOptions recommendOptions() {
    return new RecommendOptions(
        new Filter(from, to, categories, authors),
        mode,
        exact ? NearestOptions.Method.EXACT : NearestOptions.Method.GRAPH,
        limit);
  }

  OutputFormat format() {
    return format;
  }
}
