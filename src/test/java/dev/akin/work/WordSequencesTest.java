package dev.akin.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordSequencesTest {
  private static final WordSequences SOME = WordSequences.of("A b c d e f, g h.");

  @Test
  void findTheLongestRun() {
    assertThat(SOME.longestRun(WordSequences.of("x c D e x f g h x"))).isEqualTo(3);
    assertThat(SOME.longestRun(WordSequences.of("a a b a b c"))).isEqualTo(3);
    assertThat(SOME.longestRun(WordSequences.of(""))).isZero();
  }

  @Test
  void shareThoseOfTheShorterText() {
    // The other has b–f, c–g and x: 2 of its 3 sequences; the first has 4.
    assertThat(SOME.shared(WordSequences.of("b c d e f g x"))).isEqualTo(2 / 3.0);
    assertThat(SOME.shared(WordSequences.of("a b c d"))).isZero();
  }

  @Test
  void countARepeatedSequenceOnce() {
    // a a a a a stands here three times, and 5 sequences are different; the other has 6.
    WordSequences repeated = WordSequences.of("a a a a a a a b c d e");
    assertThat(repeated.shared(WordSequences.of("a a a a a x y z u v"))).isEqualTo(1 / 5.0);
  }

  @Test
  void readNoMoreThanAThousandWords() {
    WordSequences many = WordSequences.of("word ".repeat(1_000_000));
    assertThat(many.words()).isEqualTo(1000);
    assertThat(many.longestRun(many)).isEqualTo(1000);
  }
}
