package dev.akin.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.Hit;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Resolved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {
  @Test
  void addsTheWeighedShareOfWordsToTheCosine() {
    Map<Integer, QueryDirection.Nearness> meaning =
        Map.of(
            7,
            new QueryDirection.Nearness(0.9, 0.9, 0.9),
            8,
            new QueryDirection.Nearness(0.5, 0.5, 0.5));
    List<Hit> words = List.of(new Hit(8, 0.6), new Hit(9, 0.3));
    List<Candidate> fused = new Fusion(0.5).fuse(new int[] {7, 8, 9}, meaning, words);
    assertThat(fused.get(0).score()).isEqualTo(0.9);
    assertThat(fused.get(1).score()).isCloseTo(0.5 + 0.5 * 0.6, within(1e-12));
    assertThat(fused.get(2).score()).isCloseTo(0.5 * 0.3, within(1e-12));
    assertThat(fused.get(2).cosine()).isNull();
  }

  @Test
  void weighsWordsByHowMuchTheQuerySays() {
    assertThat(weight(Paper.of("a", "Title", "Abstract"), false, 1)).isEqualTo(1);
    assertThat(weight(Paper.of("a", "Title", ""), false, 1)).isEqualTo(0.5);
    assertThat(weight(Paper.of("a", "a phrase", ""), true, 1)).isEqualTo(1.2);
    assertThat(weight(Paper.of("a", "Title", "Abstract"), false, 2)).isEqualTo(0.6);
  }

  private static double weight(Paper paper, boolean phrase, int models) {
    Resolved example = new Resolved(1, paper, phrase, 1, List.of(), false);
    return Fusion.of(new Examples(List.of(example), List.of()), models).weight();
  }
}
