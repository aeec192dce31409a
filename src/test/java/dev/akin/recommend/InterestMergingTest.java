package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterestMergingTest {
  @Test
  void givesAPaperToTheInterestForWhichItRanksBest() {
    assertThat(share(10, List.of("a", "b", "c"), List.of("c", "d", "a")))
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void givesItToTheLargerAmongEqualRanks() {
    assertThat(share(10, List.of("a"), List.of("a", "b")))
        .containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void takesVersionsForTheSameWork() {
    assertThat(share(10, List.of("a=a2"), List.of("a2", "b")))
        .containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void cutsAtTheSharesAndCountsRanksAnew() {
    List<List<Recommendation>> shared =
        InterestMerging.share(
            List.of(2, 2), List.of(results(List.of("a")), results(List.of("a", "b", "c"))), 2);
    assertThat(shared.getLast()).extracting(Recommendation::rank).containsExactly(1);
    assertThat(ids(shared)).containsExactly(List.of("a"), List.of("b"));
  }

  private static List<List<String>> share(int limit, List<String> larger, List<String> smaller) {
    return ids(
        InterestMerging.share(List.of(3, 2), List.of(results(larger), results(smaller)), limit));
  }

  /// @param works each `id`, or `id=version`
  private static List<Recommendation> results(List<String> works) {
    return IntStream.range(0, works.size())
        .mapToObj(i -> result(i + 1, works.get(i).split("=", -1)))
        .toList();
  }

  private static Recommendation result(int rank, String... work) {
    List<PaperId> versions = work.length == 1 ? List.of() : List.of(new PaperId(work[1]));
    return new Recommendation(rank, Paper.of(work[0], "T", ""), 0.5, 1, null, versions, null);
  }

  private static List<List<String>> ids(List<List<Recommendation>> shared) {
    return shared.stream()
        .map(each -> each.stream().map(result -> result.paper().id().value()).toList())
        .toList();
  }
}
