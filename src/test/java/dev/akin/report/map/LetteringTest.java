package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LetteringTest {
  @Test
  void measuresAsTheFontSays() {
    try (Lettering letters = new Lettering()) {
      // Metric-compatible with Arial: a digit is 1139 of 2048 units wide.
      assertThat(letters.width("1963", 2048)).isEqualTo(4 * 1139);
      assertThat(letters.width("", 20)).isZero();
    }
  }

  @Test
  void drawsUpwardsFromTheBaseLine() {
    try (Lettering letters = new Lettering()) {
      var bounds = letters.outline("H", 10, 100, 50).getBounds2D();
      assertThat(bounds.getMaxY()).isCloseTo(100, within(0.5));
      assertThat(bounds.getMinY()).isBetween(60.0, 70.0);
      assertThat(bounds.getMinX()).isGreaterThan(10);
    }
  }

  @Test
  void aLetterThatIsMissingIsABox() {
    try (Lettering letters = new Lettering()) {
      assertThat(letters.width("漢", 20)).isPositive();
      assertThat(letters.outline("漢", 0, 0, 20).getBounds2D().isEmpty()).isFalse();
    }
  }

  @Test
  void marksOfDirectionAreNotDrawn() {
    try (Lettering letters = new Lettering()) {
      assertThat(letters.width("a\u2066\u202Eb", 20)).isEqualTo(letters.width("ab", 20));
    }
  }
}
