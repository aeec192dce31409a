package dev.akin.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErratumTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Erratum: Trees in winter                                  | Trees in winter",
        "ERRATUM to: Trees in winter                               | to: Trees in winter",
        "Correction to “Trees in winter”                           | “Trees in winter”",
        "Correction: Trees in winter                               | Trees in winter",
        "Author Correction: Trees in winter                        | Trees in winter",
        "Corrigendum to Trees in winter                            | Trees in winter",
        "Addendum to: Trees in winter                              | Trees in winter",
        "Retraction: Trees in winter                               | Trees in winter",
        "Retraction of Trees in winter                             | Trees in winter",
        "[Retracted] Trees in winter                               | Trees in winter",
        "Publisher's Note: Trees in winter                         | Trees in winter",
        "Trees in winter: Erratum                                  | Trees in winter",
        "Trees in winter (Corrigendum)                             | Trees in winter",
        "Correction to Figure 2, Ada Byron, “On Trees in Winter”   | On Trees in Winter"
      })
  void nameWhatTheyCorrect(String title, String work) {
    assertThat(Erratum.is(title)).isTrue();
    assertThat(SameWork.correctedKey(title))
        .isEqualTo(dev.akin.paper.TitleKey.of(work.replaceFirst("^to: ", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Correction of spelling in winter",
        "Corrections in a treebank",
        "Errata-free parsing",
        "Grammatical error correction",
        "Post retraction citations in context",
        "Spelling correction: trees in winter",
        "Retracting claims in dialogue",
        ""
      })
  void areNotPapersOnCorrecting(String title) {
    assertThat(Erratum.is(title)).isFalse();
    assertThat(SameWork.correctedKey(title)).isEmpty();
  }

  @Test
  void mayNotSayWhatTheyCorrect() {
    assertThat(Erratum.is("Errata")).isTrue();
    assertThat(SameWork.correctedKey("Errata")).isEmpty();
  }
}
