package dev.akin.recommend.rank;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.commit.SimilarityScale;
import dev.akin.paper.PaperId;
import dev.akin.paper.TitleKey;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.RecommendOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is left of ranked candidates: those above the floor, the same works folded into one line,
/// in an order with some diversity, no author too often, no more than the limit.
///
/// Whether a candidate is above the floor does not depend on the others, so the floor comes first:
/// it leaves less to fold.
///
/// @param versionsOfExamples the candidates that are the same work as an example, best first
/// @param belowFloor how many candidates were below the floor
///
/// @hidden public for its own room only
public record Selection(List<WorkGroup> lines, List<PaperId> versionsOfExamples, int belowFloor) {
  private static final int MAX_LINES = 2 * RecommendOptions.MAX_LIMIT;

  /// Selects from ranked candidates.
  ///
  /// @param ranked best first
  /// @param examples of the query
  public static Selection of(
      LoadedPapers papers,
      RecommendOptions options,
      List<Candidate> ranked,
      Examples examples,
      double floor) {
    List<Candidate> above =
        ranked.stream()
            .filter(candidate -> isAbove(floor, rarity(papers.snapshot(), candidate)))
            .toList();
    List<Candidate> first =
        above.stream()
            .filter(candidate -> !examples.own().has(papers, candidate.paper()))
            .limit(MAX_LINES)
            .toList();
    boolean reordered = options.diversity() > 0 || options.perAuthor() > 0;
    VersionFolding fold =
        new VersionFolding(
            papers, first, examples.numbers(), reordered ? MAX_LINES : options.limit());
    List<WorkGroup> lines =
        options.diversity() > 0
            ? new Diversity(papers, options.diversity()).order(fold.lines())
            : fold.lines();
    return new Selection(
        perAuthor(papers, lines, options.perAuthor()).stream().limit(options.limit()).toList(),
        fold.versionsOfExamples(),
        ranked.size() - above.size());
  }

  private static boolean isAbove(double floor, @Nullable Double rarity) {
    return rarity == null || rarity >= floor;
  }

  /// How rare it is to be as near as a candidate; absent if nothing is known of it.
  public static @Nullable Double rarity(IndexSnapshot snapshot, Candidate candidate) {
    SimilarityScale closeness = snapshot.info().similarityScale();
    QueryDirection.Nearness near = candidate.near();
    return closeness == null || near == null ? null : closeness.rarity().of(near.toExamples());
  }

  private static List<WorkGroup> perAuthor(LoadedPapers papers, List<WorkGroup> lines, int most) {
    if (most == 0) {
      return lines;
    }
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
