package dev.akin.cli.option;

import dev.akin.ask.TypedQuery;
import dev.akin.digest.list.DigestRequest;
import dev.akin.digest.list.Since;
import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.RecommendOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a reader wants to hear of.
///
/// @hidden public for its own room only
@Group(OptionGroup.QUERY)
public final class DigestOptions {
  @Option(
      names = "--like",
      paramLabel = "LIBRARY",
      description =
          "New papers close to this library of references: BibTeX, RIS, CSL-JSON or any other"
              + " format of akin index; a file, a folder or -; repeatable.")
  private List<String> libraries = List.of();

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description =
          "New papers for this text, read as akin search reads it: words, a name, fields, an id;"
              + " repeatable.")
  private List<String> searches = List.of();

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "All new papers of this person; repeatable.")
  private List<String> authors = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE|last|any",
      defaultValue = "last",
      converter = SinceConverter.class,
      description =
          "Papers are new if they were not in a digest before and were published since: a date;"
              + " last, which is 30 days before the last digest, because papers reach an index"
              + " late; or any, which also finds papers without a date. Default: last.")
  private Since since;

  @Group(OptionGroup.FILTER)
  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Only papers of this category; cs includes cs.CL. Repeatable: any of them.")
  private List<String> categories = List.of();

  @Group(OptionGroup.FILTER)
  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Only papers in this language, such as en. Repeatable: any of them.")
  private List<String> languages = List.of();

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Maximum number of papers for each author, each search and all of the library, 1 to 200."
              + " Authors and searches leave the others to the next digest. Default: 10.")
  private int limit;

  @Group(OptionGroup.RANKING)
  @Option(
      names = "--floor",
      paramLabel = "RARITY",
      description =
          "Minimum similarity: only papers that are as close as one pair in 10^RARITY is."
              + " Default: 2.")
  private @Nullable Double floor;

  /// The files of the library.
  public List<String> libraries() {
    return libraries;
  }

  public Since since() {
    return since;
  }

  /// What is wanted.
  ///
  /// @param library the entries of [#libraries]
  /// @param all whether all papers are wanted, and not only as many as the limit says
  /// @throws IllegalArgumentException if nothing is, or something cannot be searched for
  public DigestRequest request(List<Paper> library, boolean all) {
    return new DigestRequest(
        authors.stream().map(DigestRequest::by).toList(),
        searches.stream().map(TypedQuery::read).toList(),
        library,
        new Filter(null, null, categories, List.of(), languages),
        floor,
        all ? RecommendOptions.MAX_LIMIT : limit);
  }

  /// Requires that something is wanted.
  ///
  /// @throws IllegalArgumentException if nothing is
  public boolean requireAny() {
    if (libraries.isEmpty()) {
      request(List.of(), false);
    }
    return true;
  }
}
