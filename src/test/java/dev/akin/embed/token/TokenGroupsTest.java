package dev.akin.embed.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.TextSpan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenGroupsTest {
  private static final List<TextSpan> PARTS =
      List.of(new TextSpan(2, 4), new TextSpan(10, 20), new TextSpan(4, 9));

  @Test
  void aTokenIsInThePartThatItBeginsIn() {
    assertThat(groups(0, 2, 3, 4, 8, 9, 10, 19, 20, 3, -1))
        .containsExactly(-1, 0, 0, 2, 2, -1, 1, 1, -1, 0, -1);
  }

  @Test
  void sumsAreThoseOfEachGroupsTokens() {
    // Two coordinates a token, and a text before this one: (1, 2), (3, 4), (5, 6), (7, 8).
    float[] states = {9, 9, 1, 2, 3, 4, 5, 6, 7, 8};
    TokenGroups groups = TokenGroups.of(new int[] {11, 0, 2, 12}, PARTS);
    assertThat(groups.sums(states, 2, 2))
        .isDeepEqualTo(new float[][] {{5, 6}, {1 + 7, 2 + 8}, {0, 0}});
  }

  @Test
  void noPartsAreNoGroups() {
    assertThat(TokenGroups.of(new int[] {0, 1}, List.of()).sums(new float[4], 0, 2)).isEmpty();
    assertThat(TokenGroups.NONE.sums(new float[4], 0, 2)).isEmpty();
  }

  private static int[] groups(int... starts) {
    TokenGroups groups = TokenGroups.of(starts, PARTS);
    return IntStream.range(0, starts.length).map(groups::of).toArray();
  }
}
