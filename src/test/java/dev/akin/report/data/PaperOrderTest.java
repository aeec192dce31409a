package dev.akin.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperOrderTest {
  @Test
  void numbersThePapersOnTheMapFirst() {
    PaperOrder order = PaperOrder.of(5, new int[] {1, 4});

    // Rows 1 and 4 are on the map; then come 0, 2 and 3.
    assertThat(IntStream.range(0, 5).map(order::number)).containsExactly(2, 0, 3, 4, 1);
    assertThat(order.onMap()).containsExactly(1, 4);
    assertThat(order.titlePieces()).containsExactly(new int[] {1, 4}, new int[] {0, 2, 3});
  }

  @Test
  void makesAboutAHundredPiecesOfTheTextsOfManyPapers() {
    PaperOrder few = PaperOrder.of(54_159, IntStream.range(0, 54_159).toArray());
    PaperOrder many = PaperOrder.of(1_000_000, IntStream.range(0, 100_000).toArray());

    assertThat(few.textPieces()).hasSize(55); // of 1,000 papers
    assertThat(few.titlePieces()).hasSize(6); // of 10,000 papers
    assertThat(many.textPieces()).hasSize(100); // of 10,000 papers
    assertThat(many.json().toString())
        .isEqualTo("{\"size\":1000000,\"mapped\":100000,\"titles\":10000,\"texts\":10000}");
  }

  @Test
  void hasNoPiecesOfNoPapers() {
    assertThat(PaperOrder.of(0, new int[0]).titlePieces()).isEmpty();
  }
}
