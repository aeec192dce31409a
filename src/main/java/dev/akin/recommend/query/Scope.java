package dev.akin.recommend.query;

import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import java.util.List;
import java.util.stream.Stream;

/// Which papers may be recommended, by where the examples come from.
public enum Scope {
  /// All papers of the index.
  ALL,
  /// Papers of the same source as an example, such as the same repository.
  SOURCE;

  /// Its name in the API.
  public String label() {
    return this == ALL ? "all" : "source";
  }

  /// The options for a query in this scope.
  ///
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if papers of the same source are wanted, and no example has one
  public RecommendOptions within(IndexSnapshot snapshot, Query query, RecommendOptions options) {
    if (this == ALL) {
      return options;
    }
    Filter filter = options.filter();
    List<String> sources = sources(papers(snapshot, query));
    if (sources.isEmpty()) {
      throw new NoDirectionException(
          "scope source needs an example whose source is known, such as a harvested paper");
    }
    Filter.Held held = filter.held();
    return options.withFilter(
        filter.with(new Filter.Held(held.access(), held.collections(), sources)));
  }

  private static Stream<Paper> papers(IndexSnapshot snapshot, Query query) {
    return query.positives().stream()
        .map(Weighted::example)
        .filter(Example.LikePaper.class::isInstance)
        .map(example -> ((Example.LikePaper) example).name())
        .map(name -> snapshot.paper(Resolver.number(snapshot, name)));
  }

  /// The sources of papers, each once; none for papers whose source is not known.
  public static List<String> sources(Stream<Paper> papers) {
    return papers
        .map(paper -> paper.holding().source())
        .filter(source -> !source.isEmpty())
        .distinct()
        .toList();
  }
}
