package dev.akin.recommend.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatAllocationTest {
  @Test
  void sharesOutBySize() {
    // One each; then 14/3, 14/5, 14/7, 14/9, 14/11, 14/13, 3/3 against the rest.
    assertThat(shares(10, 14, 3, 1)).containsExactly(7, 2, 1);
    assertThat(shares(10, 6, 6)).containsExactly(5, 5);
    assertThat(shares(10, 4)).containsExactly(10);
  }

  @Test
  void givesHalfOfTheLimitToTheLargestOneByOne() {
    // By size alone, 100/9 > 3: the small ones would get nothing.
    assertThat(shares(5, 100, 3, 3, 3)).containsExactly(3, 1, 1, 0);
    assertThat(shares(1, 5, 5)).containsExactly(1, 0);
    assertThat(shares(4, 1, 1, 1, 1, 1)).containsExactly(1, 1, 1, 1, 0);
  }

  @Test
  void givesOnWhatOneCannotUse() {
    assertThat(SeatAllocation.of(List.of(14, 3), List.of(2, 50), 10)).containsExactly(2, 8);
    assertThat(SeatAllocation.of(List.of(14, 3, 2), List.of(0, 1, 1), 10)).containsExactly(0, 1, 1);
    assertThat(SeatAllocation.of(List.of(), List.of(), 10)).isEmpty();
  }

  private static int[] shares(int limit, Integer... sizes) {
    return SeatAllocation.of(List.of(sizes), Collections.nCopies(sizes.length, limit), limit);
  }
}
