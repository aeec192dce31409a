package dev.akin.cli.option;

import dev.akin.index.search.Filter;
import dev.akin.index.search.NearestOptions;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.write.PaperFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The parameters of a similarity query, named as in the HTTP API.
///
/// @hidden public for its own room only
public final class QueryOptions {
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
      names = "--language",
      paramLabel = "CODE",
      description = "Only papers in that language, such as en. Several: any of them.")
  private List<String> languages = List.of();

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
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "average",
      description =
          "Several examples: average (near their mean) or best (near any of them). Default: average.")
  private Strategy strategy;

  @Option(
      names = "--diversity",
      paramLabel = "D",
      defaultValue = "0",
      description = "Prefer papers unlike those above them: 0 (not at all) to 1. Default: 0.")
  private double diversity;

  @Option(
      names = "--per-author",
      paramLabel = "N",
      defaultValue = "0",
      description = "At most so many papers of one author. Default: any number.")
  private int perAuthor;

  @Option(
      names = "--floor",
      paramLabel = "RARITY",
      description =
          "Only papers so close that at most one pair in 10^RARITY is; 0 cuts nothing. Default:"
              + " what the model says, usually 1; for a phrase 0.")
  private @Nullable Double floor;

  @Option(
      names = "--explain",
      description = "Say why: the words, sentences, authors and categories that papers share.")
  private boolean explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table, json (what the HTTP API answers), csv, bibtex, ris, or atom: the newest of the 200"
              + " best, as news. Default: table.")
  private AnswerFormat format;

  @Option(
      names = "--fields",
      paramLabel = "NAMES",
      description =
          "Of each paper only these, in json and csv: "
              + " categories, url, doi, cosine, score, rarity, versions. Id and rank stay.")
  private List<String> fields = List.of();

  /// What to ask for: for news, more than is printed.
  ///
  /// @throws IllegalArgumentException if a value is out of its range
  public RecommendOptions recommendOptions() {
    if (limit > RecommendOptions.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "--limit must be within 1.." + RecommendOptions.MAX_LIMIT + ", not " + limit);
    }
    RecommendOptions asked =
        new RecommendOptions(
            new Filter(from, to, categories, authors, languages),
            mode,
            strategy,
            exact ? NearestOptions.Method.EXACT : NearestOptions.Method.GRAPH,
            diversity,
            perAuthor,
            floor,
            limit,
            explain);
    return format == AnswerFormat.ATOM ? asked.withLimit(RecommendOptions.MAX_LIMIT) : asked;
  }

  public AnswerFormat format() {
    return format;
  }

  /// How many papers are printed at most.
  public int limit() {
    return limit;
  }

  /// What is printed of a paper.
  ///
  /// @throws IllegalArgumentException if there is no such field, or the format has all
  public PaperFields fields() {
    if (!fields.isEmpty() && !format.hasFields()) {
      throw new IllegalArgumentException("--fields is for --format json and csv");
    }
    return PaperFields.of(fields);
  }
}
