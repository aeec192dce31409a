package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.Hit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FusionTest {
  @Test
  void addsUpReciprocalRanks() {
    List<Hit> meaning = List.of(new Hit(7, 0.9), new Hit(8, 0.8));
    List<Hit> words = List.of(new Hit(8, 12.0), new Hit(9, 3.0));
    Map<Integer, Double> scores =
        Fusion.reciprocalRanks(meaning, words).stream()
            .collect(Collectors.toMap(Hit::paper, Hit::score));
    assertThat(scores).containsOnlyKeys(7, 8, 9);
    assertThat(scores.get(7)).isCloseTo(1 / 61.0, within(1e-12));
    assertThat(scores.get(8)).isCloseTo(1 / 62.0 + 1 / 61.0, within(1e-12));
    assertThat(scores.get(9)).isCloseTo(1 / 62.0, within(1e-12));
  }
}
