package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.Hit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {
  @Test
  void addsHalfOfTheStandardScoreOfWordsToThatOfMeaning() {
    Map<Integer, Aim.Nearness> meaning =
        Map.of(7, new Aim.Nearness(0.9, 0.9), 8, new Aim.Nearness(0.5, 0.5));
    List<Hit> words = List.of(new Hit(8, 6.0), new Hit(9, 3.0));
    List<Candidate> fused = Fusion.fuse(new int[] {7, 8, 9}, meaning, words);
    // meaning 0.9, 0.5, 0.5 (the least): mean 0.6333, deviation 0.1886: 1.4142, -0.7071, -0.7071
    // words 0, 6, 3: mean 3, deviation 2.4495: -1.2247, 1.2247, 0
    assertThat(fused.get(0).score()).isCloseTo(1.4142 - 0.6124, within(1e-4));
    assertThat(fused.get(1).score()).isCloseTo(-0.7071 + 0.6124, within(1e-4));
    assertThat(fused.get(2).score()).isCloseTo(-0.7071, within(1e-4));
    assertThat(fused.get(0).cosine()).isEqualTo(0.9);
    assertThat(fused.get(2).cosine()).isNull();
  }
}
