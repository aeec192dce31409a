package dev.akin.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTokensTest {
  private final SeenTokens seen = new SeenTokens();

  @Test
  void noticesACircleBehindALongStart() {
    for (int i = 0; i < 2 * SeenTokens.MAX_TOKENS; i++) {
      assertThat(seen.add("start " + i)).isTrue();
    }
    assertThat(rounds(3)).isLessThan(3 * 3);
  }

  @Test
  void noticesTheLongestCircle() {
    seen.add("start");
    assertThat(rounds(SeenTokens.MAX_TOKENS)).isLessThan(3 * SeenTokens.MAX_TOKENS);
  }

  @Test
  void noticesATokenThatFollowsItself() {
    assertThat(rounds(1)).isEqualTo(1);
  }

  /// How many tokens of a circle of `length` are taken before one is noticed.
  private int rounds(int length) {
    int taken = 0;
    while (seen.add("round " + taken % length)) {
      taken++;
      assertThat(taken).isLessThan(10 * SeenTokens.MAX_TOKENS);
    }
    return taken;
  }
}
