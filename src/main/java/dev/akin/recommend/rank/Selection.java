package dev.akin.recommend.rank;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.SimilarityScale;
import dev.akin.paper.PaperId;
import dev.akin.paper.TitleKey;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.OwnWorks;
import dev.akin.recommend.query.RecommendOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The candidates that are shown. Those below the minimum similarity are dropped, versions of the
/// same work are folded into one, the order is diversified, the papers of each author and of the
/// whole list are limited.
///
/// Candidates are dropped first, because that depends on no other candidate and leaves fewer to
/// fold.
///
/// @param lines the works, in their final order
/// @param versionsOfExamples the candidates that are the same work as an example, best first
/// @param belowFloor how many candidates were below the minimum similarity
///
/// @hidden public for its own room only
public record Selection(List<WorkGroup> lines, List<PaperId> versionsOfExamples, int belowFloor) {
  private static final int MAX_LINES = 2 * RecommendOptions.MAX_LIMIT;

  /// Selects from ranked candidates.
  ///
  /// @param ranked best first
  /// @param examples of the query
  /// @param floor whether a candidate is above the minimum similarity
  public static Selection of(
      LoadedPapers papers,
      RecommendOptions options,
      List<Candidate> ranked,
      Examples examples,
      Predicate<Candidate> floor) {
    List<Candidate> above = ranked.stream().filter(floor).toList();
    List<Candidate> first = others(papers, above, examples.own());
    boolean reordered = options.diversity() > 0 || options.perAuthor() > 0;
    VersionFolding fold =
        new VersionFolding(papers, first, examples, reordered ? MAX_LINES : options.limit());
    List<WorkGroup> lines =
        options.diversity() > 0
            ? new Diversity(papers, options.diversity()).order(fold.lines())
            : fold.lines();
    return new Selection(
        perAuthor(papers, lines, options.perAuthor()).stream().limit(options.limit()).toList(),
        fold.versionsOfExamples(),
        ranked.size() - above.size());
  }

  /// The first candidates that the reader does not have.
  private static List<Candidate> others(
      LoadedPapers papers, List<Candidate> candidates, OwnWorks own) {
    if (!own.works().isEmpty()) {
      // Those that are compared with the reader's are read together.
      papers.versions(candidates.stream().limit(MAX_LINES).map(Candidate::paper).toList());
    }
    return candidates.stream()
        .filter(candidate -> !own.has(papers, candidate.paper()))
        .limit(MAX_LINES)
        .toList();
  }

  static boolean isAbove(double floor, @Nullable Double rarity) {
    return rarity == null || rarity >= floor;
  }

  /// How rare it is to be as near to the query as a candidate; absent if it is unknown.
  public static @Nullable Double rarity(
      IndexSnapshot snapshot, Examples examples, Candidate candidate) {
    SimilarityScale scale = snapshot.info().similarityScale();
    QueryDirection.Nearness near = candidate.near();
    return scale == null || near == null
        ? null
        : scale.rarityOf(examples.isPhrase()).of(near.toExamples());
  }

  private static List<WorkGroup> perAuthor(LoadedPapers papers, List<WorkGroup> lines, int most) {
    if (most == 0) {
      return lines;
    }
    papers.load(lines.stream().map(WorkGroup::number).toList());
    Map<String, Integer> counts = new HashMap<>();
    List<WorkGroup> kept = new ArrayList<>();
    for (WorkGroup line : lines) {
      Set<String> authors =
          papers.paper(line.number()).authors().stream()
              .map(TitleKey::of)
              .collect(Collectors.toSet());
      if (authors.stream().allMatch(author -> counts.getOrDefault(author, 0) < most)) {
        authors.forEach(author -> counts.merge(author, 1, Integer::sum));
        kept.add(line);
      }
    }
    return kept;
  }
}
