package dev.akin.report.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PhraseScoresTest {
  @Test
  void isTheLogLikelihoodRatio() {
    // 8 of 10 papers in the topic, 2 of 90 outside: 2 (8 ln(8/1) + 2 ln(2/9) + 2 ln(2/9) + 88
    // ln(88/81)).
    assertThat(PhraseScores.logLikelihoodRatio(8, 10, 10, 100))
        .isCloseTo(
            2
                * (8 * Math.log(8)
                    + 2 * Math.log(2 / 9.0)
                    + 2 * Math.log(2 / 9.0)
                    + 88 * Math.log(88 / 81.0)),
            within(1e-9));
  }

  @Test
  void isZeroForAPhraseThatIsNotMoreFrequentInTheTopic() {
    assertThat(PhraseScores.logLikelihoodRatio(1, 10, 10, 100)).isZero();
    assertThat(PhraseScores.logLikelihoodRatio(0, 10, 10, 100)).isZero();
  }

  @Test
  void isLargestForAPhraseInAllPapersOfTheTopicAndInNoOther() {
    assertThat(PhraseScores.logLikelihoodRatio(10, 10, 10, 100))
        .isCloseTo(2 * (10 * Math.log(10) + 90 * Math.log(90 / 81.0)), within(1e-9));
  }
}
