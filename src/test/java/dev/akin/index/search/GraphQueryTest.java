package dev.akin.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQueryTest {
  /// For a tenth of the documents: 6.4 of the 64 nearest, and four deviations of 2.4.
  @ParameterizedTest
  @CsvSource({"1, 64", "0.98, 65", "0.5, 48", "0.1, 16", "0.001, 8", "0, 8"})
  void aSegmentIsSearchedWithABeamForItsShare(double share, int beam) {
    assertThat(GraphQuery.beam(64, share)).isEqualTo(beam);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 2", "5, 0.001, 6"})
  void theBeamIsAtMostOneWiderThanTheSearch(int all, double share, int beam) {
    assertThat(GraphQuery.beam(all, share)).isEqualTo(beam);
  }
}
