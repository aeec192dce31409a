package dev.akin.recommend;

import dev.akin.paper.PaperId;
import dev.akin.recommend.library.SeatAllocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Merges what was found for each interest into one answer without repetition. A work belongs to
/// the interest for which it ranks best; if it ranks as well for several, to the largest. Then each
/// interest gets the number of papers that [SeatAllocation] gives it.
final class InterestMerging {
  private InterestMerging() {}

  /// Merges what was found.
  ///
  /// @param sizes of the interests, the largest first
  /// @param found for each, best first
  /// @return for each, at most `limit` in all
  static List<List<Recommendation>> share(
      List<Integer> sizes, List<List<Recommendation>> found, int limit) {
    List<List<Recommendation>> own = withoutRepetition(found);
    int[] shares = SeatAllocation.of(sizes, own.stream().map(List::size).toList(), limit);
    List<List<Recommendation>> shared = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      shared.add(ranked(own.get(i).subList(0, shares[i])));
    }
    return shared;
  }

  private static List<List<Recommendation>> withoutRepetition(List<List<Recommendation>> found) {
    List<List<Recommendation>> own = new ArrayList<>();
    found.forEach(each -> own.add(new ArrayList<>()));
    Set<PaperId> taken = new HashSet<>();
    int most = found.stream().mapToInt(List::size).max().orElse(0);
    for (int place = 0; place < most; place++) {
      for (int i = 0; i < found.size(); i++) {
        if (place < found.get(i).size()) {
          Recommendation next = found.get(i).get(place);
          if (Collections.disjoint(taken, works(next))) {
            taken.addAll(works(next));
            own.get(i).add(next);
          }
        }
      }
    }
    return own;
  }

  private static List<PaperId> works(Recommendation result) {
    return Stream.concat(Stream.of(result.paper().id()), result.versions().stream()).toList();
  }

  private static List<Recommendation> ranked(List<Recommendation> results) {
    List<Recommendation> ranked = new ArrayList<>();
    for (Recommendation result : results) {
      ranked.add(result.withRank(ranked.size() + 1));
    }
    return ranked;
  }
}
