package dev.akin.cli.option;

import dev.akin.index.store.Filter;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Holding;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.write.text.PaperFields;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The parameters of a similarity query, named as in the HTTP API.
///
/// @hidden public for its own room only
@Group(OptionGroup.FILTER)
public class QueryOptions {
  @Group(OptionGroup.RANKING)
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Maximum number of results, 1 to 200. Default: 10.")
  private int limit;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Only papers since this date: 2024, 2024-05 or 2024-05-17.")
  private @Nullable PublicationDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description =
          "Only papers up to this date. A paper known by its year alone is kept if that year"
              + " overlaps.")
  private @Nullable PublicationDate to;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only papers of this category; cs includes cs.CL. Repeatable: any of them.")
  private List<String> categories = List.of();

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description =
          "Only papers of this author: all words of the name, in any case. Repeatable: any of"
              + " them.")
  private List<String> authors = List.of();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Only papers in this language, such as en. Repeatable: any of them.")
  private List<String> languages = List.of();

  @Option(
      names = "--access",
      paramLabel = "NAME",
      converter = AccessConverter.class,
      description =
          "Only papers that their repository declares open, embargoed, restricted or metadata-only."
              + " Once an embargo has ended, a paper is open. Repeatable: any of them.")
  private List<Holding.AccessRight> access = List.of();

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "Only papers of this collection (OAI set). Repeatable: any of them.")
  private List<String> collections = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Only papers harvested from this repository. Repeatable: any of them.")
  private List<String> sources = List.of();

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--mode",
      paramLabel = "NAME",
      defaultValue = "hybrid",
      description =
          "hybrid (meaning and words), semantic (meaning) or lexical (words). Default: hybrid.")
  private Mode mode;

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--exact",
      description =
          "Compare with every paper instead of searching the graph: slower, misses nothing.")
  private boolean exact;

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "average",
      description =
          "With several examples: average (close to their mean) or best (close to any of them)."
              + " Default: average.")
  private Strategy strategy;

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--diversity",
      paramLabel = "D",
      defaultValue = "0",
      description =
          "Prefer papers that are unlike the results above them: 0 (not at all) to 1. Default: 0.")
  private double diversity;

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--per-author",
      paramLabel = "N",
      defaultValue = "0",
      description = "At most this many papers of one author. Default: any number.")
  private int perAuthor;

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--floor",
      paramLabel = "RARITY",
      description =
          "Minimum similarity: only papers that are as close as one pair in 10^RARITY is. 0 turns"
              + " it off. Default: what the model says, usually 1; for a phrase 2, in a feed 3.")
  private @Nullable Double floor;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--explain",
      description =
          "Say why each paper is in the list: cosine, words, sentences, authors, categories.")
  private boolean explain;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "table",
      description =
          "table, json (the answer of the HTTP API), csv, bibtex, ris, csl-json, or atom (the"
              + " newest of the 200 best). Default: table.")
  private AnswerFormat format;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--fields",
      paramLabel = "NAMES",
      completionCandidates = FieldNames.class,
      description =
          "With json and csv: only these fields of each paper, separated by commas:"
              + " ${COMPLETION-CANDIDATES}. Id and rank are always there.")
  private List<String> fields = List.of();

  /// The names that `--fields` knows.
  static final class FieldNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PaperFields.NAMES.iterator();
    }
  }

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
            new Filter(
                from,
                to,
                categories,
                authors,
                languages,
                new Filter.Held(access, collections, sources)),
            mode,
            strategy,
            exact ? NearestOptions.Method.EXACT : NearestOptions.Method.GRAPH,
            diversity,
            perAuthor,
            floor,
            limit,
            explain);
    return format == AnswerFormat.ATOM ? asked.forNews() : asked;
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
      throw new IllegalArgumentException("--fields needs --format json or csv");
    }
    return PaperFields.of(fields);
  }

  /// What is written of each paper in the lists of all papers: everything but abstracts, unless
  /// fields are named.
  ///
  /// @throws IllegalArgumentException if there is no such field
  public PaperFields fieldsOfLists() {
    return PaperFields.of(
        fields.isEmpty()
            ? PaperFields.NAMES.stream().filter(name -> !name.equals("abstract")).toList()
            : fields);
  }
}
