package dev.akin.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.PlaneIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.recommend.query.Weighted;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several examples, in a plane. Papers are named by their direction in degrees.
class QueryDirectionTest {
  private static final RecommendOptions AVERAGE =
      RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC).withFloor(0.0);
  private static final RecommendOptions BEST = AVERAGE.withStrategy(Strategy.BEST);

  @TempDir Path folder;

  @Test
  void averagesByWeight() {
    // (2 (1, 0) + (0, 1)) / 3 is at 26.57°; to 45° the cosine is (2 + 1) / (√5 √2) = 0.9487.
    Answer answer = answer(AVERAGE, List.of(0, 45, 90, 27), List.of("0*2", "90"), List.of());
    assertThat(ids(answer)).containsExactly("27", "45");
    assertThat(answer.results().getLast().cosine()).isCloseTo(0.9487, within(1e-4));
  }

  @Test
  void weighsOnlyBesideTheOthersOfAKind() {
    Answer heavy = answer(AVERAGE, List.of(0, 30, 60), List.of("0*7"), List.of("60*9"));
    Answer light = answer(AVERAGE, List.of(0, 30, 60), List.of("0"), List.of("60"));
    assertThat(heavy.results().getFirst().cosine())
        .isCloseTo(light.results().getFirst().cosine(), within(1e-6));
  }

  @Test
  void movesAwayFromTheWeighedMeanOfNegatives() {
    // n = (3 (0, 1) + (0, -1)) / 4 = (0, 0.5); 2 (1, 0) - n = (2, -0.5), of length 2.0616:
    // to 315° (2 + 0.5) 0.7071 / 2.0616 = 0.8575, to 45° (2 - 0.5) 0.7071 / 2.0616 = 0.5145.
    Answer answer =
        answer(AVERAGE, List.of(0, 45, 90, 270, 315), List.of("0"), List.of("90*3", "270"));
    assertThat(ids(answer)).containsExactly("315", "45");
    assertThat(answer.results().getFirst().cosine()).isCloseTo(0.8575, within(1e-4));
    assertThat(answer.results().getLast().cosine()).isCloseTo(0.5145, within(1e-4));
  }

  @Test
  void takesTheBestInsteadOfTheMean() {
    List<Integer> papers = List.of(0, 5, 45, 90);
    // The mean is at 45°. By the best of 0° and 90°: cos 5° = 0.9962, cos 45° = 0.7071.
    assertThat(ids(answer(AVERAGE, papers, List.of("0", "90"), List.of())))
        .containsExactly("45", "5");
    Answer best = answer(BEST, papers, List.of("0", "90"), List.of());
    assertThat(ids(best)).containsExactly("5", "45");
    assertThat(best.results().getFirst().cosine()).isCloseTo(0.9962, within(1e-4));
  }

  @Test
  void takesTheBestNegativeOffTheBestPositive() {
    // 30°: cos 30° - cos 30° = 0. 320°: cos 40° - cos 100° = 0.7660 + 0.1736 = 0.9397.
    Answer answer = answer(BEST, List.of(0, 30, 60, 320, 200), List.of("0"), List.of("60", "200"));
    assertThat(ids(answer)).containsExactly("320", "30");
    assertThat(answer.results().getFirst().score()).isCloseTo(0.9397, within(1e-4));
    assertThat(answer.results().getFirst().cosine()).isCloseTo(0.7660, within(1e-4));
    assertThat(answer.results().getLast().score()).isCloseTo(0, within(1e-6));
  }

  @Test
  void weighsTheBest() {
    // The greatest weight counts 1. 30°: max(½ cos 30°, cos 60°) = 0.5, of cosine 0.5.
    // 10°: max(½ cos 10°, cos 80°) = 0.4924.
    Answer answer = answer(BEST, List.of(0, 10, 30, 90), List.of("0", "90*2"), List.of());
    assertThat(ids(answer)).containsExactly("30", "10");
    assertThat(answer.results().getFirst().score()).isCloseTo(0.5, within(1e-6));
    assertThat(answer.results().getFirst().cosine()).isCloseTo(0.5, within(1e-6));
    assertThat(answer.results().getLast().score()).isCloseTo(0.4924, within(1e-4));
  }

  @Test
  void saysThatExamplesCancelHoweverTheyRound() {
    // 0.6 e - 0.1 e - 0.2 e - 0.3 e, in directions whose coordinates are no fractions of two.
    assertThatThrownBy(
            () ->
                answer(
                    AVERAGE,
                    List.of(33, 213, 573, 933),
                    List.of("33*0.6", "213*0.1", "573*0.2", "933*0.3"),
                    List.of()))
        .isInstanceOf(NoDirectionException.class)
        .hasMessageContaining("cancel");
  }

  @Test
  void cancelsNothingWhereTheBestCounts() {
    assertThat(ids(answer(BEST, List.of(0, 10, 180), List.of("0", "180"), List.of())))
        .containsExactly("10");
  }

  /// @param degrees of the papers
  /// @param positives each a direction, or a direction and a weight
  private Answer answer(
      RecommendOptions options,
      List<Integer> degrees,
      List<String> positives,
      List<String> negatives) {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    for (int each : degrees) {
      String id = Integer.toString(each);
      papers.put(PlaneIndex.paper(id, "Title " + id, "", null), (double) each);
    }
    try (PaperIndex index = PlaneIndex.of(folder.resolve(options.strategy().label()), papers)) {
      return new Recommender(
              index,
              () -> {
                throw new AssertionError("papers of the index need no model");
              })
          .recommend(new Query(weighted(positives), weighted(negatives)), options);
    }
  }

  private static List<Weighted> weighted(List<String> examples) {
    return examples.stream()
        .map(example -> example.split("\\*", -1))
        .map(
            parts ->
                new Weighted(
                    new Example.LikePaper(parts[0]),
                    parts.length == 1 ? 1 : Double.parseDouble(parts[1])))
        .toList();
  }

  private static List<String> ids(Answer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }
}
